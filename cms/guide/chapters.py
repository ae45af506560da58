"""The editors' guide as it was written: docs/redaktor/, one Markdown file a chapter, read once a process.

Links between the files are relative, and the admin serves them under their own names, so they lead right in a
repository's browser too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

GUIDE: Final = Path(__file__).parents[2] / "docs" / "redaktor"
CONTENTS: Final = "README"
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_LISTED: Final = re.compile(r"\]\(([a-z-]+)\.md\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; `html` is without its title."""

    name: str
    title: str
    html: str


@cache
def chapters() -> dict[str, Chapter]:
    """Every chapter by its file's name: the table of contents, then the others in its order."""
    names = _LISTED.findall(_text(CONTENTS))
    return {name: _chapter(name) for name in (CONTENTS, *dict.fromkeys(names))}


def _chapter(name: str) -> Chapter:
    text = _text(name)
    found = _TITLE.search(text)
    if found is None:
        raise ValueError(f"{name}.md has no title.")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text[found.end() :])
    return Chapter(name, found[1], html)


def _text(name: str) -> str:
    return (GUIDE / f"{name}.md").read_text(encoding="utf-8")
