"""`python -m cms.run`: the database, the CMS, the worker and the visitor site, until Ctrl-C."""

import os
import signal
import sys
from types import FrameType

from cms.devdb import DevelopmentServer
from cms.run import preflight
from cms.run.database_data import wait_until
from cms.run.errors import RunError
from cms.run.locks import FileLock, LockedError
from cms.run.stages import PROJECT, Plan, run, say
from cms.run.supervisor import Supervisor

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
KILLED_RUN_SECONDS = 15  # processes of a killed run end by themselves; meanwhile they hold the ports


class StopRequest(BaseException):
    """Somebody wants us to stop: Ctrl-C, SIGTERM, or the terminal was closed."""


def main() -> int:
    """0 after a stop that was asked for, 1 with a line on what is wrong."""
    for number in STOP_SIGNALS:
        signal.signal(number, _request_stop)
    try:
        return _run()
    except StopRequest:
        say("Everything is stopped.")
        return 0
    except RunError as error:
        sys.stderr.write(f"make run: {error}\n")
        return 1


def _run() -> int:
    found = preflight.problems(str(PROJECT), os.environ, installed=True, with_ports=False)
    if found:
        raise RunError(found[0])
    lock = _take_lock()
    supervisor = Supervisor()
    try:
        _check_ports(lock.was_killed)
        plan = Plan.read(os.environ)
        database = DevelopmentServer(plan.var_dir)
        try:
            run(plan, supervisor, database)
        finally:
            _ignore_more_signals()
            supervisor.stop(but="database")
            database.stop()
    finally:
        lock.release()
    return 0


def _take_lock() -> FileLock:
    var_dir = Plan.read(os.environ | {"CMS_PORT": "", "SITE_PORT": ""}).var_dir
    lock = FileLock(var_dir / "run.lock")
    try:
        var_dir.mkdir(parents=True, exist_ok=True)
        lock.take()
    except LockedError as error:
        raise RunError(
            f"it already runs on {var_dir}, as process {error.holder}: stop that one, or set another VAR_DIR "
            "(and CMS_PORT and SITE_PORT)."
        ) from None
    except OSError as error:
        raise RunError(f"VAR_DIR can't be used ({error}): set VAR_DIR to a folder of your own.") from None
    return lock


def _check_ports(after_a_kill: bool) -> None:
    if after_a_kill:
        wait_until(lambda: not preflight.port_problems(os.environ), KILLED_RUN_SECONDS)
    found = preflight.port_problems(os.environ)
    if found:
        raise RunError(found[0])


def _request_stop(number: int, frame: FrameType | None) -> None:
    say("\nStopping …")
    raise StopRequest


def _ignore_more_signals() -> None:
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
