"""The demo site's texts: fit to be read by a journalist, and all of them used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from home.demo import assets, content
from home.demo.files import FILES

TEXTS = sorted(content.TEXTS.rglob("*.toml"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: "/".join(path.relative_to(content.TEXTS).parts))
def test_typography(path: Path) -> None:
    """Språklagen 11 § asks for plain Swedish; these are the marks that are easily got wrong."""
    words = re.sub(
        r"<[^>]*>",
        " ",
        " ".join(_strings(content.read(str(path.relative_to(content.TEXTS).with_suffix(""))))),
    )
    assert not re.search(r"[\"'“‘]", words), "quotation marks are ” and ’, in Swedish on both sides"
    assert not re.search(r"\d (?:%|kr\b|kronor|§|kap\.)|(?<![\d-])\d{1,3} \d{3}\b|kl\. ", words), (
        "a no-break space is missing"
    )
    assert not re.search(r"\d-\d{2}\b(?!\d)| - ", words), "a range and a break are written with a dash"
    assert not re.search(r"lorem|ipsum|todo|xxx", words, re.IGNORECASE)


def _strings(value: Any) -> Iterator[str]:
    """Every text in a file, but for addresses and the names of files and pages."""
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9_-]*|https?://\S+", value):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def test_every_text_and_picture_is_used() -> None:
    named = {path.stem for path in assets.PICTURES.glob("*.png")}
    assert named == set(content.read("pictures"))
    for name in named:
        assert f'picture = "{name}"' in _all_pages()


def test_every_file_to_download_is_used_and_light() -> None:
    files = content.read("files")
    assert {path.name for path in FILES.iterdir()} == {file["file"] for file in files.values()}
    for name in files:
        assert re.search(rf'\b(?:file|captions) = "{name}"', _all_pages())
    for path in FILES.iterdir():
        assert path.stat().st_size < (160_000 if path.suffix == ".mp4" else 64_000)


def _all_pages() -> str:
    return "".join(
        path.read_text(encoding="utf-8") for path in TEXTS if path.stem not in ("pictures", "files")
    )


@pytest.mark.parametrize("name", ["navigation", "audiences", "notices"])
def test_every_page_that_a_menu_or_a_way_names_is_there(name: str) -> None:
    known = {"home", "press", *(text.key for text in content.page_texts())}
    assert set(_named(content.read(name))) <= known


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from ([value["page"]] if "page" in value else [])
        for each in value.values():
            yield from _named(each)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
