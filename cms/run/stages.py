"""The stages of `make run`, in their order, each with a line about what it does."""

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from cms.devdb import DevelopmentServer
from cms.run.children import start_child
from cms.run.errors import RunError
from cms.run.supervisor import Supervisor

PROJECT = Path(__file__).resolve().parent.parent.parent
THREADS = "4"  # of the CMS; its connection pool holds as many
ANSWER_SECONDS = 60


@dataclass(frozen=True)
class Plan:
    """What is to run, from the environment."""

    var_dir: Path
    cms_port: int
    site_port: int
    database_url: str

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Plan":
        """The plan in these variables; the ports have been checked before."""
        return cls(
            var_dir=Path(environment.get("VAR_DIR") or PROJECT / "var").absolute(),
            cms_port=int(environment.get("CMS_PORT") or 8000),
            site_port=int(environment.get("SITE_PORT") or 3000),
            database_url=environment.get("DATABASE_URL", ""),
        )

    @property
    def environment(self) -> dict[str, str]:
        """What every process is told."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.development",
            "PYTHONUNBUFFERED": "1",
            "VAR_DIR": str(self.var_dir),
            "CMS_PORT": str(self.cms_port),
            "SITE_PORT": str(self.site_port),
            "DATABASE_POOL_SIZE": THREADS,
        }


def say(text: str) -> None:
    """A line about the run itself."""
    print(text, flush=True)


def run(plan: Plan, supervisor: Supervisor, database: DevelopmentServer) -> None:
    """All stages, then watch until something ends."""
    _start_database(plan, supervisor, database)
    # These two take seconds to get up and nobody asks them anything yet, so they start while the database is prepared.
    _start_cms(plan, supervisor)
    _start_site(plan, supervisor)
    _prepare(plan, supervisor)
    supervisor.start("worker", _manage("worker"), plan.environment, PROJECT)
    for name, address in _addresses(plan).items():
        _wait_for_answer(name, address, supervisor)
    say(
        f"\nPressrum is running.\n"
        f"  Visitor site  http://localhost:{plan.site_port}/\n"
        f"  Admin         http://localhost:{plan.cms_port}/admin/\n"
        f"  Delivery API  http://localhost:{plan.site_port}/api/v2/\n"
        f"Ctrl-C stops everything. `make admin` sets a new password.\n"
    )
    supervisor.watch()


def _start_database(plan: Plan, supervisor: Supervisor, database: DevelopmentServer) -> None:
    if plan.database_url:
        say("Database: the one that DATABASE_URL names")
        check_database(plan.database_url)
        return
    say(f"Database: starting PostgreSQL, with its data in {database.place.folder}")
    database.start()
    if database.process:
        supervisor.watch_also("database", database.process)


def check_database(url: str) -> None:
    """Raise RunError unless the database at this address answers and is new enough. No password is shown."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version // 10000
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise RunError(
            f"the database of DATABASE_URL can't be used ({reason}): start it or mend the address, or unset "
            "DATABASE_URL to use a database of our own."
        ) from None
    if version < 15:
        raise RunError(f"the database of DATABASE_URL is PostgreSQL {version}: 15 or newer is needed.")


def _prepare(plan: Plan, supervisor: Supervisor) -> None:
    say("Starting the programs; meanwhile migrations, content, administrator")
    process = start_child(_manage("prepare_development"), output=sys.stdout.fileno(), environment=plan.environment,
                          folder=PROJECT)  # fmt: skip
    try:
        while process.poll() is None:
            supervisor.check()
            time.sleep(0.05)
    finally:
        process.terminate()
        status = process.wait()
    if status != 0:
        raise RunError("the preparation failed, for the reason above, so everything was stopped.")


def _start_cms(plan: Plan, supervisor: Supervisor) -> None:
    web: list[str | Path] = [
        Path(sys.executable).with_name("granian"), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(plan.cms_port), "--blocking-threads", THREADS, "--no-ws", "--log-level", "warning",
        "--workers-kill-timeout", "3",
        "cms.wsgi:application",
    ]  # fmt: skip
    supervisor.start("cms", web, plan.environment, PROJECT)


def _start_site(plan: Plan, supervisor: Supervisor) -> None:
    site = {
        **plan.environment,
        "API_URL": f"http://127.0.0.1:{plan.cms_port}/api/v2/",
        "HOST": "127.0.0.1",
        "PORT": str(plan.site_port),
    }
    supervisor.start("site", [sys.executable, "-m", "frontend"], site, PROJECT)


def _manage(command: str) -> list[str | Path]:
    return [sys.executable, PROJECT / "manage.py", command]


def _addresses(plan: Plan) -> dict[str, str]:
    return {
        "CMS": f"http://127.0.0.1:{plan.cms_port}/health/ready",
        "visitor site": f"http://127.0.0.1:{plan.site_port}/",
    }


def _wait_for_answer(name: str, address: str, supervisor: Supervisor) -> None:
    problem = ""
    end = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < end:
        supervisor.check()
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own address
        except OSError as error:
            problem = str(error)
        else:
            return
        time.sleep(0.1)
    raise RunError(f"the {name} does not answer at {address} after {ANSWER_SECONDS} seconds ({problem}).")
