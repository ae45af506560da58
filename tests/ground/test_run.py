"""`make run` as a whole, on a machine of its own: first start, a kill, a second start, a clean stop."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from cms.run.children import is_alive
from cms.run.database_data import wait_until
from cms.run.stages import PROJECT

pytestmark = pytest.mark.slow
SECOND_START_SECONDS = 10


class Run:
    """`python -m cms.run` with what it printed."""

    def __init__(self, var_dir: Path, ports: tuple[int, int]) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        environment |= {"VAR_DIR": str(var_dir), "CMS_PORT": str(ports[0]), "SITE_PORT": str(ports[1])}
        self.begin = time.monotonic()
        self.printed: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cms.run"],
            env=environment,
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def read_until(self, text: str) -> float:
        """Seconds since the start when a line with this text came."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.printed.append(line)
            if text in line:
                return time.monotonic() - self.begin
        raise AssertionError("".join(self.printed))

    def end(self, number: signal.Signals) -> int:
        """Send a signal to the runner alone, and give its exit status when it has ended."""
        self.process.send_signal(number)
        if self.process.stdout:
            self.printed += self.process.stdout.readlines() if number != signal.SIGKILL else []
            self.process.stdout.close()
        return self.process.wait(60)

    def children(self) -> list[int]:
        """The processes that the runner started."""
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=True
        )
        return [int(number) for number in listed.stdout.split()]


@pytest.fixture
def place() -> Iterator[tuple[Path, tuple[int, int]]]:
    """A folder and two free ports."""
    with (
        tempfile.TemporaryDirectory(prefix="pressrum-run-") as name,
        socket.socket() as a,
        socket.socket() as b,
    ):
        Path(name).chmod(0o755)
        a.bind(("127.0.0.1", 0))
        b.bind(("127.0.0.1", 0))
        ports = (a.getsockname()[1], b.getsockname()[1])
        a.close()
        b.close()
        yield Path(name), ports


def test_start_kill_start_stop(place: tuple[Path, tuple[int, int]]) -> None:
    folder, ports = place
    first = Run(folder, ports)
    first.read_until("Ctrl-C stops everything")
    printed = "".join(first.printed)
    assert re.search(r"User name: admin\n +Password: +\S{12,}", printed)
    with urlopen(f"http://127.0.0.1:{ports[1]}/", timeout=10) as home:
        assert "<html" in home.read().decode()

    started = first.children()
    assert len(started) == 4
    assert first.end(signal.SIGKILL) == -signal.SIGKILL
    assert wait_until(lambda: not any(is_alive(pid) for pid in started), 20)

    second = Run(folder, ports)
    assert second.read_until("Ctrl-C stops everything") < SECOND_START_SECONDS * slowness()
    assert "Password" not in "".join(second.printed)
    assert "loading the demo site" not in "".join(second.printed)
    started = second.children()
    assert second.end(signal.SIGINT) == 0
    assert second.printed[-1] == "Everything is stopped.\n"
    assert not any(is_alive(pid) for pid in started)


def slowness() -> float:
    """How many times as long things take here as on an idle machine, by its load."""
    return max(1.0, 2 * os.getloadavg()[0] / (os.cpu_count() or 1))
