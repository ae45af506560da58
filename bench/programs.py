"""The two programs of a benchmark that pip can't install: wrk asks, nginx is what everything is compared with."""

import os
import re
import shutil
import subprocess

PACKAGES = {"wrk": "wrk", "nginx": "nginx-light"}  # Debian's names
ADMINISTRATORS_PATH = "/usr/sbin:/sbin"  # nginx lies there, and a user's PATH may not lead there


class MissingProgramError(Exception):
    """A program is missing and can't be installed; says what to do."""


def find(name: str) -> str | None:
    """The program's full path."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:{ADMINISTRATORS_PATH}")


def find_all() -> dict[str, str]:
    """The path of each program; as root the missing ones are installed first. Raises MissingProgramError."""
    missing = [PACKAGES[name] for name in PACKAGES if find(name) is None]
    if missing:
        _install(missing)
    return {name: path for name in PACKAGES if (path := find(name))}


def version(path: str) -> str:
    """The version number that the program gives of itself."""
    said = subprocess.run([path, "-v"], capture_output=True, text=True, check=False)
    found = re.search(r"\d+(\.\d+)+", said.stdout + said.stderr)
    return found.group() if found else "of unknown version"


def _install(packages: list[str]) -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise MissingProgramError(
            f"the benchmark needs {' and '.join(packages)}: install them, on Debian with: "
            f"sudo apt install {' '.join(packages)}"
        )
    print(f"Installing Debian's {' and '.join(packages)} …", flush=True)
    # RUNLEVEL=1: nginx is installed, and not started as a service on port 80.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        command = ["apt-get", "--quiet", *words]
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            raise MissingProgramError(f"this failed, its reason stands above: {' '.join(command)}")
