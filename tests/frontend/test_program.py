"""The program as it is started: it serves, and it stops when told to."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.slow
def test_it_answers_while_the_cms_is_away_and_stops_in_order() -> None:
    port = free_port()
    environ = os.environ | {"API_URL": "http://127.0.0.1:9/api/v2/", "PORT": str(port)}
    command = [sys.executable, "-m", "frontend"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, env=environ, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert until_it_answers(f"http://127.0.0.1:{port}/health/live").json() == {"status": "ok"}
            answer = httpx.get(f"http://127.0.0.1:{port}/")
            assert answer.status_code == 503
            assert "server" not in answer.headers
        finally:
            process.send_signal(signal.SIGTERM)
            output = process.communicate(timeout=10)[0]
        assert process.returncode in {0, -signal.SIGTERM}
        assert '"status": 503' in output
        assert "Traceback" not in output


def until_it_answers(url: str) -> httpx.Response:
    """The first answer, within ten seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            return httpx.get(url)
        except httpx.TransportError:
            time.sleep(0.1)
    raise TimeoutError(url)
