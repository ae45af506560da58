"""The whole system as in production, on a database of its own: PostgreSQL, CMS, worker and visitor site."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import psycopg

from bench.servers import Command, granian
from cms.devdb import DevelopmentServer
from cms.run.children import start_child
from cms.run.database_data import wait_until

PROJECT = Path(__file__).resolve().parent.parent
PROCESSES = "2"
ANSWER_SECONDS = 60
SETTLE_SECONDS = 300
IS_SETTLED = """
SELECT EXISTS (SELECT FROM publishing_head WHERE refreshed_at IS NOT NULL)
  AND NOT EXISTS (SELECT FROM publishing_mark WHERE not_before IS NULL OR not_before <= now())
"""


class NotSettledError(Exception):
    """Something keeps the worker from its rest, so that nothing can be measured."""


class System:
    """A context manager; everything it made is gone when it is left."""

    def __init__(self, articles: int) -> None:
        self.folder = Path(tempfile.gettempdir()) / f"pressrum-bench-{os.getpid()}"
        self.cms = f"http://127.0.0.1:{free_port()}"
        self.site = f"http://127.0.0.1:{free_port()}"
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.database = DevelopmentServer(self.folder)
        self.environment = {**os.environ} | _settings(self.folder, self.database.place.url())
        self._articles, self._stack = articles, ExitStack()

    def __enter__(self) -> "System":
        with ExitStack() as stack:
            stack.callback(self._remove)
            self.database.start()
            stack.callback(self.database.stop)
            if self.database.process:
                self.processes["PostgreSQL"] = self.database.process
            self._fill()
            self._start("CMS", granian(self.cms, PROCESSES), stack)
            self._start("worker", self.manage("worker"), stack)
            self._start("site", [sys.executable, "-m", "frontend"], stack, self._site_settings())
            wait_for(f"{self.cms}/health/ready")
            wait_for(f"{self.site}/health/ready")
            if not wait_until(self._is_settled, SETTLE_SECONDS):
                raise NotSettledError(f"the worker's first refresh did not end in {SETTLE_SECONDS} seconds.")
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def replace_cms(self, server: Command) -> None:
        """Serve the CMS at the same address with another server."""
        end(self.processes["CMS"])
        self._start("CMS", server(self.cms, PROCESSES), self._stack)
        wait_for(f"{self.cms}/health/ready")

    def manage(self, *words: str) -> list[str]:
        """A management command, to be run with `environment`."""
        return [sys.executable, str(PROJECT / "manage.py"), *words]

    def _fill(self) -> None:
        for words in (
            ("migrate", "--verbosity", "0"),
            ("setup_site",),
            ("load_demo", "--articles", str(self._articles)),
        ):
            subprocess.run(
                self.manage(*words), env=self.environment, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL
            )

    def _start(
        self, name: str, command: list[str], stack: ExitStack, more: Mapping[str, str] | None = None
    ) -> None:
        log = stack.enter_context((self.folder / f"{name}.log").open("wb"))
        environment = {**self.environment, **(more or {})}
        process = start_child(command, output=log, environment=environment, folder=PROJECT)
        stack.callback(end, process)
        self.processes[name] = process

    def _is_settled(self) -> bool:
        """Whether the worker has done its first refresh of everything, so that it rests while we measure."""
        with psycopg.connect(self.database.place.url()) as connection:
            row = connection.execute(IS_SETTLED).fetchone()
        return bool(row and row[0])

    def _site_settings(self) -> dict[str, str]:
        port = self.site.rpartition(":")[2]
        return {
            "API_URL": f"{self.cms}/api/v2/", "HOST": "127.0.0.1", "PORT": port, "READS_PER_MINUTE": "10000000",
        }  # fmt: skip

    def _remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.database.place.folder, ignore_errors=True)


def free_port() -> int:
    """A port of loopback that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(url: str) -> tuple[bytes, str]:
    """An answer's body and its content type. Raises HTTPError when it is no success."""
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read(), answer.headers["Content-Type"]


def wait_for(url: str) -> None:
    """Return when the address answers with success. Raises the last OSError after ANSWER_SECONDS."""
    end = time.monotonic() + ANSWER_SECONDS
    while True:
        try:
            fetch(url)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def _settings(folder: Path, database_url: str) -> dict[str, str]:
    """Those of production, as the images have them."""
    return {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "DATABASE_URL": database_url,
        "DATABASE_POOL_SIZE": "2",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "https://www.example.se",
        "ADMIN_URL": "https://admin.example.se",
        "INTERNAL_HOSTS": "127.0.0.1",
        "VAR_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
        "TLS": "1",
    }


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and make it when it doesn't."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
