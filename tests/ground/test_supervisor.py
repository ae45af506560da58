"""The supervisor alone: what ends by itself is named, and nothing outlives a stop."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cms.run.children import is_alive
from cms.run.database_data import wait_until
from cms.run.errors import RunError
from cms.run.supervisor import Supervisor

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
PARENT = "import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid)"


@pytest.fixture
def supervisor() -> Iterator[Supervisor]:
    """Stopped after the test, whatever happened."""
    made = Supervisor()
    yield made
    made.stop()


def start(supervisor: Supervisor, name: str, program: str) -> None:
    supervisor.start(name, [sys.executable, "-c", program], os.environ, Path.cwd())


def test_one_that_ends_by_itself_is_named(supervisor: Supervisor) -> None:
    start(supervisor, "site", "import time; time.sleep(60)")
    start(supervisor, "worker", "raise SystemExit(3)")
    with pytest.raises(RunError, match=r"the worker ended by itself \(exit status 3\)"):
        supervisor.watch()


def test_what_is_said_comes_under_its_name(capfd: pytest.CaptureFixture[str]) -> None:
    supervisor = Supervisor()
    start(supervisor, "site", "print('hej'); print('åäö')")
    assert wait_until(lambda: supervisor._processes["site"].poll() is not None, 20)
    supervisor.stop()
    lines = capfd.readouterr().out.splitlines()
    assert [line.partition(" ")[2] for line in lines] == ["site     | hej", "site     | åäö"]


def test_one_that_does_not_listen_is_killed(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.run.supervisor.STOP_SECONDS", 0.5)
    supervisor = Supervisor()
    start(supervisor, "site", DEAF)
    assert wait_until(lambda: "deaf" in capfd.readouterr().out, 20)
    begin = time.monotonic()
    supervisor.stop()
    assert supervisor._processes["site"].returncode == -9
    assert time.monotonic() - begin < 5


def test_children_of_one_that_is_gone_go_too(capfd: pytest.CaptureFixture[str]) -> None:
    supervisor = Supervisor()
    start(supervisor, "cms", PARENT)
    assert wait_until(lambda: supervisor._processes["cms"].poll() is not None, 20)
    supervisor.stop()
    left = int(capfd.readouterr().out.rpartition("|")[2])
    assert wait_until(lambda: not is_alive(left) or _is_zombie(left), 10)


def _is_zombie(pid: int) -> bool:
    """Killed, and only its parent hasn't asked yet."""
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"
