"""Clients that other programs make of openapi.json: they compile under strict rules, and read the running API."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from cms.api.openapi.views import text
from tests.cms.articles import examples
from tests.cms.conftest import Newsroom
from tests.nodejs import FOLDER, run

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).parents[2] / "clients" / "python_client.py"
STRICT = """
[mypy]
strict = true
[mypy-pressrum_client.client]
# The generator's own frame around its HTTP library, the same for every API.
ignore_errors = true
"""


@dataclass(frozen=True)
class Running:
    """The API on a port, one of its pages, and a folder that holds its description."""

    host: str
    page: dict[str, Any]
    description: Path

    @property
    def place(self) -> Path:
        return self.description.parent


@pytest.fixture
def running(committed_newsroom: Newsroom, live_server: Any, tmp_path: Path) -> Running:
    release = examples.make_full_release(committed_newsroom)
    committed_newsroom.settle()
    file = tmp_path / "openapi.json"
    file.write_text(httpx.get(f"{live_server.url}/api/v2/openapi.json").raise_for_status().text)
    page = httpx.get(f"{live_server.url}/api/v2/pages/{release.pk}/").raise_for_status().json()
    return Running(live_server.url, page, file)


def test_a_strict_typescript_client(running: Running) -> None:
    """It compiles, as does a file in which every line that should be a mistake is one; then it reads a page."""
    place = running.place
    for file in ("client.mts", "mistakes.mts", "tsconfig.json"):
        shutil.copy(FOLDER / file, place)
    run("node_modules/openapi-typescript/bin/cli.js", str(running.description), "-o", str(place / "api.d.ts"))
    run("node_modules/typescript/bin/tsc", "--project", str(place))
    printed = run(str(place / "client.mts"), running.host, running.page["url"])
    assert printed.startswith(f"{running.page['title']} {running.page['published_at']}")
    assert "\n## " in printed


def test_a_mistake_is_found(tmp_path: Path) -> None:
    """The compiler looks: a line that is right where a mistake is announced is a fault."""
    place = tmp_path
    (place / "openapi.json").write_text(text())
    run(
        "node_modules/openapi-typescript/bin/cli.js",
        str(place / "openapi.json"),
        "-o",
        str(place / "api.d.ts"),
    )
    shutil.copy(FOLDER / "tsconfig.json", place)
    (place / "client.mts").write_text("export {};\n")
    wrong = (FOLDER / "mistakes.mts").read_text(encoding="utf-8")
    assert "page.headline;" in wrong
    (place / "mistakes.mts").write_text(wrong.replace("page.headline;", "page.title;"), encoding="utf-8")
    with pytest.raises(AssertionError, match="Unused '@ts-expect-error' directive"):
        run("node_modules/typescript/bin/tsc", "--project", str(place))


def test_a_strict_python_client(running: Running) -> None:
    place = running.place / "python"
    place.mkdir()
    generator = ["-m", "openapi_python_client", "generate", "--meta", "none", "--fail-on-warning"]
    (place / "generator.json").write_text(json.dumps({"post_hooks": []}))
    options = [
        "--path",
        str(running.description),
        "--output-path",
        "pressrum_client",
        "--config",
        "generator.json",
    ]
    python(place, *generator, *options)
    shutil.copy(PROGRAM, place / "program.py")
    (place / "mypy.ini").write_text(STRICT)
    python(place, "-m", "mypy", "program.py", "pressrum_client")
    printed = python(place, "program.py", running.host, running.page["url"])
    assert printed.startswith(running.page["title"])
    assert "\n## " in printed


def python(place: Path, *arguments: str) -> str:
    """What ``python ARGUMENTS`` prints there; AssertionError with its errors when it fails."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=place, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{arguments}: {done.stderr[-4000:]}{done.stdout[-4000:]}"
    return done.stdout
