"""Where no browser can be had, `make test` says so in a few lines, and does not go on."""

import subprocess
import sys
from pathlib import Path

import pytest

from cms.run.stages import PROJECT


@pytest.mark.slow
def test_no_browser_to_be_had_is_two_lines_and_status_1(tmp_path: Path) -> None:
    nowhere = {
        "PATH": str(tmp_path),  # neither a Chromium nor apt-get
        "HOME": str(tmp_path),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "browsers"),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:1",
    }
    command = [sys.executable, "tests/browser.py"]
    done = subprocess.run(command, env=nowhere, cwd=PROJECT, capture_output=True, text=True, timeout=60)
    reason, advice = done.stderr.splitlines()
    assert done.returncode == 1
    assert reason.startswith("Error: ")
    assert "ECONNREFUSED" in reason
    assert "sudo apt install chromium" in advice
