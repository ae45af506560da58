"""What the real CMS says, shown by the real visitor site: all pages of the demo site, all types, all blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from articles.blocks import PressReleaseBodyBlock
from tests.e2e.running import System

pytestmark = pytest.mark.slow

PAGE_TYPES = {
    "home.HomePage",
    "articles.PressIndexPage",
    "articles.PressReleasePage",
    "articles.InformationPage",
    "articles.AccessibilityStatementPage",
    "articles.RequestPage",
}
NOT_SHOWN = {
    "id",
    "type",
    "kind",
    "anchor",
    "direction",
    "url",
    "urls",
    "slug",
    "role",
    "short_name",
    "credit",
    "share",
    "published_at",
    "language",
    "title_language",
    "code",
    "valid_from",
    "reviewed_on",
    "quote_url",
    "captions",
    "poster",
}
SHOWN_ELSEWHERE = {"alt"}  # as an attribute
AMOUNTS = {"free_below", "first_fee", "further_page_fee", "most_pages"}
COMPLAINTS = (
    "unknown block type",
    "unknown page type",
    "broken block",
    "a block without a type",
    "Traceback",
)


class Text(HTMLParser):
    """The words of an HTML text, its alternative texts and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.words.append(given.get("alt") or "")
        self.links += [link for name in ("href", "src") if (link := given.get(name))]

    def __str__(self) -> str:
        return plain("".join(self.words))


def plain(text: str) -> str:
    """Without what the site may add for the eye: soft hyphens and no-break spaces."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def said(value: Any) -> Iterator[str]:
    """Every text in a block's value that readers should meet."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "html":
                yield from (words for words in Text(inner).words if words.strip())
            elif name not in NOT_SHOWN:
                yield from said(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from said(inner)
    elif isinstance(value, str) and value.strip():
        yield value


@pytest.fixture(scope="module")
def documents(system: System) -> list[dict[str, Any]]:
    """Every page of the demo site, as the visitor host's API tells it."""
    with httpx.Client(base_url=system.site, timeout=30) as client:
        cards = client.get("/api/v2/pages/", params={"limit": 100}).json()
        assert cards["meta"]["total_count"] == len(cards["items"])
        return [client.get(f"/api/v2/pages/{card['id']}/").json() for card in cards["items"]]


def test_the_demo_site_has_every_type_and_every_block(documents: list[dict[str, Any]]) -> None:
    assert {document["meta"]["type"] for document in documents} == PAGE_TYPES
    used = {block["type"] for document in documents for block in document.get("body", ())}
    assert used == set(PressReleaseBodyBlock().child_blocks)
    assert {document["meta"]["locale"] for document in documents} == {"sv", "en"}


def test_every_text_of_every_page_is_on_it(
    documents: list[dict[str, Any]], site: httpx.Client, system: System
) -> None:
    missing = []
    for document in documents:
        answer = site.get(document["url"])
        assert answer.status_code == 200, document["url"]
        shown = str(Text(answer.text))
        texts = [document["title"], document.get("lead", "")]
        for block in document.get("body", ()):
            texts += said(block["value"])
        missing += [(document["url"], text) for text in texts if plain(text) not in shown]
        assert not re.search(r"\b(None|Undefined|undefined|null|NaN)\b", shown), document["url"]
    assert missing == []
    assert [line for line in system.lines() if any(complaint in line for complaint in COMPLAINTS)] == []


def test_nothing_is_left_unresolved(documents: list[dict[str, Any]]) -> None:
    """In a body, numbers are ids of things that are named in full beside them, or sizes; links begin on this host."""
    for document in documents:
        for place, name, value in leaves(document.get("body", []), "body"):
            if isinstance(value, int) and not isinstance(value, bool):
                assert name in {"id", "width", "height", "level", "size", "pages"} | AMOUNTS, place
            if name == "url" and value:
                assert value.startswith(("/", "https://", "http://")), f"{place}: {value}"
            if name == "html":
                assert not re.search(
                    r"linktype=|data-|<embed|href=[\"']?(?![\"']?(/|https?:|mailto:|tel:))", value
                ), place


def leaves(value: Any, place: str, name: str = "") -> Iterator[tuple[str, str, Any]]:
    """Each single value with its place and its name."""
    if isinstance(value, dict):
        for inner_name, inner in value.items():
            yield from leaves(inner, f"{place}.{inner_name}", inner_name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{place}[{number}]", name)
    else:
        yield place, name, value


def test_no_link_of_the_site_is_dead(site: httpx.Client) -> None:
    """From the first page along every link: all of them answer, and none leads to the CMS's host."""
    seen, waiting, dead = {"/"}, ["/"], []
    while waiting:
        path = waiting.pop()
        answer = site.get(path)
        if answer.status_code != 200:
            dead.append((path, answer.status_code))
        if "html" not in answer.headers.get("content-type", ""):
            continue
        links = {link.partition("#")[0] for link in Text(answer.text).links if link.startswith("/")}
        waiting += sorted(links - seen - {""})
        seen |= links
    assert dead == []
    assert len(seen) > 40
