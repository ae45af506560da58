"""`python -m cms.run.with_database COMMAND …`: run a Python program while the development database is up."""

import os
import subprocess
import sys

from cms.devdb import DevelopmentServer
from cms.run.errors import RunError
from cms.run.locks import FileLock, LockedError
from cms.run.stages import PROJECT, Plan, check_database


def main() -> int:
    """The command's exit status, or 1 when there is no database to be had."""
    plan = Plan.read(os.environ)
    command = [sys.executable, *sys.argv[1:]]
    try:
        if plan.database_url or is_running(plan):
            check_database(plan.database_url or DevelopmentServer(plan.var_dir).place.url())
            return _call(command, plan)
        with DevelopmentServer(plan.var_dir):
            return _call(command, plan)
    except RunError as error:
        sys.stderr.write(f"make: {error}\n")
        return 1


def is_running(plan: Plan) -> bool:
    """Whether `make run` is up on the same data."""
    lock = FileLock(plan.var_dir / "postgres.lock")
    if not lock.path.exists():
        return False
    try:
        lock.take()
    except LockedError:
        return True
    lock.release()
    return False


def _call(command: list[str], plan: Plan) -> int:
    return subprocess.run(command, cwd=PROJECT, env=plan.environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
