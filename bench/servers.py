"""The WSGI servers that the CMS was tried under. Only granian is installed; pip can add gunicorn to compare again."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

Command = Callable[[str, str], list[str]]
"""From an address such as http://127.0.0.1:8000 and a number of processes to a command line."""

APPLICATION: Final = "cms.wsgi:application"
THREADS: Final = "2"


def granian(address: str, processes: str, threads: str = THREADS) -> list[str]:
    """As the image starts it."""
    host, _, port = address.removeprefix("http://").partition(":")
    return [
        _program("granian"), "--interface", "wsgi", "--no-ws", "--host", host, "--port", port,
        "--workers", processes, "--blocking-threads", threads, "--log-level", "warning", APPLICATION,
    ]  # fmt: skip


def gunicorn_sync(address: str, processes: str) -> list[str]:
    """A process answers one request at a time, and keeps no connection open."""
    return _gunicorn(address, processes, "--worker-class", "sync")


def gunicorn_threads(address: str, processes: str) -> list[str]:
    """A process has threads, and keeps connections open."""
    return _gunicorn(address, processes, "--worker-class", "gthread", "--threads", THREADS)


def _gunicorn(address: str, processes: str, *kind: str) -> list[str]:
    bind = address.removeprefix("http://")
    return [
        _program("gunicorn"),
        "--bind",
        bind,
        "--workers",
        processes,
        *kind,
        "--log-level",
        "warning",
        APPLICATION,
    ]


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


SERVERS: Final[dict[str, Command]] = {
    "granian": granian,
    "gunicorn sync": gunicorn_sync,
    "gunicorn gthread": gunicorn_threads,
}


def installed() -> dict[str, Command]:
    """Those whose program lies beside this Python."""
    return {name: each for name, each in SERVERS.items() if Path(_program(name.split()[0])).exists()}
