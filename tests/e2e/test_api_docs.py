"""What docs/api.md tells a developer to run, run as it stands there against the running system."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from tests.e2e.running import System
from tests.nodejs import NODE

pytestmark = pytest.mark.slow

GUIDE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SITE = "http://localhost:3000"


def examples(language: str) -> list[str]:
    """The examples in a language, in the order of the guide."""
    return [code for said, code in EXAMPLE.findall(GUIDE) if said == language]


class Outline(HTMLParser):
    """The tags and words of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("command", examples("sh"))
def test_a_request_is_answered(system: System, site: httpx.Client, command: str) -> None:
    program, *options, address = shlex.split(command.replace("\\\n", ""))
    assert program == "curl"
    assert address.startswith(SITE)
    headers = dict(said.split(": ", 1) for said in options if said != "-H")
    answer = site.get(address.removeprefix(SITE), headers=headers)
    assert answer.status_code == 200, answer.text


PROGRAMS = {"python": ("page.py", [sys.executable]), "js": ("page.mjs", [str(NODE)])}


@pytest.mark.parametrize("language", PROGRAMS)
def test_twenty_lines_render_a_page(
    system: System, site: httpx.Client, tmp_path: Path, language: str
) -> None:
    (code,) = examples(language)
    assert len([line for line in code.splitlines() if line.strip()]) <= 20
    name, command = PROGRAMS[language]
    script = tmp_path / name
    script.write_text(code, encoding="utf-8")
    cards = site.get("/api/v2/pages/?type=articles.PressReleasePage&locale=sv&order=published_at&limit=1")
    page = cards.json()["items"][0]
    arguments = [*command, str(script), system.site, page["url"]]
    run = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=True)
    shown = Outline(run.stdout)
    assert page["title"] in shown.words
    assert {"h1", "h2", "blockquote", "img", "a"} <= set(shown.tags)
