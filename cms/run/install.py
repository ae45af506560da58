"""Make .venv and put the locked packages in it: `python3.11 cms/run/install.py`. Standard library only."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
VENV = PROJECT / ".venv"
LOCK = PROJECT / "requirements" / "dev.txt"
STAMP = VENV / ".installed"  # a copy of the lock that was installed to the end


def is_installed() -> bool:
    """Whether .venv holds what the lock says."""
    return STAMP.exists() and STAMP.read_bytes() == LOCK.read_bytes()


def install() -> None:
    """Make .venv as the lock says; a second run after an interruption goes on. RuntimeError says what to do."""
    if not (VENV / "bin" / "pip").exists():
        _ensure_venv_module()
        print(f"Making {VENV} …", flush=True)
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    print("Installing the locked packages …", flush=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
    _run([*pip, "--require-hashes", "--requirement", str(LOCK)])
    STAMP.write_bytes(LOCK.read_bytes())


def _ensure_venv_module() -> None:
    """Debian packs `ensurepip`, without which no .venv has pip, apart from Python."""
    if find_spec("ensurepip"):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise RuntimeError(
            f"Python's venv module is missing: install it, on Debian with: sudo apt install {package}"
        )
    print(f"Installing Debian's {package} …", flush=True)
    _run(["apt-get", "update", "--quiet"])
    _run(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", package])


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        raise RuntimeError(f"this failed, its reason stands above: {' '.join(command)}")


def main() -> int:
    """Install unless it is done; 1 with a line on what to do when it can't be."""
    try:
        if not is_installed():
            install()
    except RuntimeError as error:
        print(f"make: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
