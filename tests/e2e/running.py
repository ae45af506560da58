"""`make run` for tests: the same program, servers and demo site, on ports and a database of their own."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from cms.run.children import start_child
from cms.run.stages import PROJECT, Plan

START_SECONDS = 240  # migrations and the demo site, on a machine that is busy with other tests
STOP_SECONDS = 30
RUNNING = "Pressrum is running."


@dataclass
class System:
    """The running whole. `site` and `cms` are addresses without a slash at the end."""

    plan: Plan
    log: Path
    process: subprocess.Popen[bytes]
    password: str = ""
    user: str = "admin"

    @property
    def site(self) -> str:
        """What visitors see."""
        return f"http://localhost:{self.plan.site_port}"

    @property
    def cms(self) -> str:
        """What editors see."""
        return f"http://localhost:{self.plan.cms_port}"

    def lines(self) -> list[str]:
        """All that its programs have said so far."""
        return self.log.read_text(errors="replace").splitlines()

    def wait(self) -> None:
        """Until it says that all of it answers; AssertionError with its last words when it doesn't."""
        end = time.monotonic() + START_SECONDS
        while RUNNING not in (said := "\n".join(self.lines())):
            assert self.process.poll() is None, f"it ended by itself:\n{said[-2000:]}"
            assert time.monotonic() < end, f"it isn't running after {START_SECONDS} s:\n{said[-2000:]}"
            time.sleep(0.1)
        found = re.search(r"Password:\s+(\S+)", said)
        assert found, "it printed no password"
        self.password = found[1]

    def stop(self) -> None:
        """As Ctrl-C does; by force when that takes too long."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def start(folder: Path, database_url: str) -> System:
    """Start it in a folder and a database that are both empty."""
    cms_port, site_port = free_ports(2)
    plan = Plan(folder, cms_port, site_port, database_url)
    folder.mkdir(parents=True)
    log = folder / "run.log"
    with log.open("wb") as output:
        process = start_child(
            [sys.executable, "-m", "cms.run"],
            output=output,
            environment=plan.environment | {"DATABASE_URL": database_url},
            folder=PROJECT,
            end_with=signal.SIGINT,
        )
    return System(plan, log, process)


def create_database(server_url: str, name: str) -> str:
    """Make an empty database on that server, and return its address."""
    _administer(server_url, "CREATE DATABASE {}", name)
    return psycopg.conninfo.make_conninfo(server_url, dbname=name)


def drop_database(server_url: str, name: str) -> None:
    """Drop it, whoever is still connected."""
    _administer(server_url, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def _administer(server_url: str, statement: str, name: str) -> None:
    with psycopg.connect(server_url, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def free_ports(number: int) -> list[int]:
    """Ports that nobody uses just now."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
