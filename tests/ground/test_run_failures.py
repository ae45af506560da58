"""What stands in the way of `make run` is said in one line, with an exit status, and nothing is left half-made."""

import os
import shutil
import socket
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from cms.run import install, preflight
from cms.run.locks import FileLock
from cms.run.stages import PROJECT

pytestmark = pytest.mark.slow  # each starts programs

Usage = namedtuple("Usage", "total used free")
Version = namedtuple("Version", "major minor micro")


@pytest.fixture
def free_ports() -> dict[str, str]:
    """Two ports that nobody uses just now."""
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return {"CMS_PORT": str(one.getsockname()[1]), "SITE_PORT": str(two.getsockname()[1])}


def run(var_dir: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """`python -m cms.run` with these variables, to its end."""
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL"}}
    environment |= {"VAR_DIR": str(var_dir)} | variables
    return subprocess.run(
        [sys.executable, "-m", "cms.run"],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )


def only_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on stderr of a run that failed."""
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    [line] = done.stderr.strip().splitlines()
    return line


def test_a_port_in_use(tmp_path: Path, free_ports: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(free_ports["SITE_PORT"])))
        taken.listen()
        line = only_line(run(tmp_path, **free_ports))
    assert f"port {free_ports['SITE_PORT']} can't be used" in line
    assert "make run SITE_PORT=" in line
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize("port", ["http", "0", "65536", "80 81"])
def test_a_port_that_is_none(tmp_path: Path, port: str) -> None:
    assert "give a port number" in only_line(run(tmp_path, CMS_PORT=port))


def test_the_same_port_twice(tmp_path: Path, free_ports: dict[str, str]) -> None:
    line = only_line(run(tmp_path, CMS_PORT=free_ports["CMS_PORT"], SITE_PORT=free_ports["CMS_PORT"]))
    assert "give them a number each" in line


def test_a_second_run_on_the_same_folder(tmp_path: Path, free_ports: dict[str, str]) -> None:
    lock = FileLock(tmp_path / "run.lock")
    lock.take()
    try:
        assert f"already runs on {tmp_path}, as process {os.getpid()}" in only_line(
            run(tmp_path, **free_ports)
        )
    finally:
        lock.release()


def test_a_database_that_is_down(tmp_path: Path, free_ports: dict[str, str]) -> None:
    url = f"postgresql://someone:secret-word@127.0.0.1:{free_ports['CMS_PORT']}/news"
    line = only_line(run(tmp_path, DATABASE_URL=url, **free_ports))
    assert "start it or mend the address" in line
    assert "secret-word" not in line


def test_an_address_of_a_database_that_is_none(tmp_path: Path, free_ports: dict[str, str]) -> None:
    assert "mend the address" in only_line(run(tmp_path, DATABASE_URL="mysql://localhost/news", **free_ports))


def test_a_folder_that_cannot_be_used(tmp_path: Path, free_ports: dict[str, str]) -> None:
    (tmp_path / "file").write_text("")
    assert "set VAR_DIR to a folder of your own" in only_line(run(tmp_path / "file", **free_ports))


def test_too_little_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 9 * 10**8, 10**8))
    [line] = preflight.problems(str(tmp_path), {"VAR_DIR": str(tmp_path / "not" / "yet")}, False, False)
    assert line.startswith(f"100 MB are free at {tmp_path}, and 1500 are needed")


def test_an_old_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    [line] = preflight.problems(str(tmp_path), {}, True, False)
    assert line.startswith("Python 3.9 is too old")


def test_no_python_at_all(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    done = subprocess.run([make, "run", "PYTHON=python9.9"], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stderr.splitlines()[0].startswith("make: python9.9 is not on this machine: install it")


def test_no_venv_module_and_not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_spec", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(RuntimeError, match=r"sudo apt install python3\.\d+-venv$"):
        install._ensure_venv_module()


def test_the_preflight_is_plain_enough_for_an_old_python() -> None:
    """Compiled as Python 3.6 would: no newer syntax, no annotations that an old Python would run."""
    source = (PROJECT / "cms" / "run" / "preflight.py").read_text()
    compile(source, "preflight.py", "exec", dont_inherit=True)
    assert "match " not in source
    assert ":=" not in source
    assert "->" not in "".join(line for line in source.splitlines() if "# type:" not in line)
