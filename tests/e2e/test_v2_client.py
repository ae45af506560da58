"""A client of Wagtail's API v2 that somebody else wrote (npm: wagtail-js) reads the demo through the public door."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.e2e.running import System
from tests.nodejs import run

pytestmark = pytest.mark.slow

RELEASE = "articles.PressReleasePage"
SLUG = "slutrapport-om-insatsen-mot-organiserad-brottslighet"


def outcomes(system: System, *calls: list[Any]) -> list[Any]:
    """What the client makes of each call."""
    printed = run("v2_client.mjs", system.site, "/api/v2", json.dumps(calls))
    found: list[Any] = json.loads(printed.splitlines()[-1])
    return found


def test_lists_are_read(system: System) -> None:
    whole, part, chosen, english, empty = outcomes(
        system,
        ["fetchPages", {"type": RELEASE}],
        [
            "fetchPages",
            {"type": RELEASE, "limit": 5, "offset": 5},
        ],  # it refuses an order beside an offset itself
        ["fetchPages", {"type": RELEASE, "fields": ["lead", "agencies(name,role)", "-topics"], "limit": 3}],
        ["fetchPages", {"locale": "en", "type": "home.HomePage"}],
        ["fetchPages", {"slug": "nothing-of-this-name"}],
    )
    assert whole["meta"]["total_count"] == part["meta"]["total_count"] > 20
    assert [page["id"] for page in part["items"]] == [page["id"] for page in whole["items"][5:10]]
    assert {page["meta"]["type"] for page in whole["items"]} == {RELEASE}
    assert all(
        set(agency) == {"id", "name", "role"} for page in chosen["items"] for agency in page["agencies"]
    )
    assert all(page["lead"] and "topics" not in page for page in chosen["items"])
    assert [page["meta"]["locale"] for page in english["items"]] == ["en"]
    assert empty == {"meta": {"total_count": 0, "next_after": None}, "items": []}


def test_pages_are_read_by_id_and_slug(system: System) -> None:
    (by_slug,) = outcomes(system, ["fetchPage", SLUG])
    page_id = by_slug["id"]
    by_id, cut, whole, below, above, other = outcomes(
        system,
        ["fetchPage", page_id],
        ["fetchPage", page_id, {"fields": ["_", "title", "body"]}],
        ["fetchPage", SLUG, {"fields": ["*"]}],
        ["fetchPages", {"child_of": by_slug["id"]}],
        ["fetchPages", {"ancestor_of": page_id, "order": "id"}],
        ["fetchPages", {"translation_of": page_id}],
    )
    assert by_id["title"] == by_slug["title"] == whole["title"]
    assert set(cut) == {"title", "body"}
    assert cut["body"] == by_id["body"] == whole["body"]
    assert below["items"] == []
    assert [page["meta"]["type"] for page in above["items"]] == ["home.HomePage", "articles.PressIndexPage"]
    assert [page["meta"]["locale"] for page in other["items"]] == ["en"]
    assert by_id["meta"]["parent"]["id"] == above["items"][-1]["id"]


def test_errors_are_those_that_it_expects(system: System) -> None:
    missing, nowhere, unknown, order, media = outcomes(
        system,
        ["fetchPage", 999999],
        ["fetchPage", "nothing-of-this-name"],
        ["fetchPages", {"nothing": "x"}],
        ["fetchPages", {"order": "secret"}],
        ["fetchImages", {}],
    )
    assert missing["message"] == nowhere["message"] == "Page not found"
    assert unknown == order == media == {"thrown": "REQUEST_FAILED"}
