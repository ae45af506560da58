"""The demo's feeds, as readers' programs take them: all of the press, each agency, topic and kind, and searches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import httpx
import pytest

from tests.feed_readers import read_atom, read_json_feed

pytestmark = pytest.mark.slow

PRESS = {"type": "articles.PressReleasePage", "limit": 100}


def walked(site: httpx.Client, address: str) -> Iterator[Any]:
    """Each page of a feed, by its own links."""
    while address:
        answer = site.get(address)
        assert answer.status_code == 200, address
        feed = read_atom(answer.content)
        yield feed
        address = next((link.href for link in feed.feed.links if link.rel == "next"), "")


@pytest.mark.parametrize(("path", "locale"), [("/feed.atom", "sv"), ("/en/feed.atom", "en")])
def test_all_press_of_a_language_is_in_its_feed_once(site: httpx.Client, path: str, locale: str) -> None:
    published = site.get("/api/v2/pages/", params=PRESS | {"locale": locale}).json()
    entries = [entry for feed in walked(site, path) for entry in feed.entries]
    by_link = {entry.link: entry for entry in entries}
    assert len(entries) == len(by_link) == len({entry.id for entry in entries})
    assert published["meta"]["total_count"] == len(entries) > 1
    for item in published["items"]:
        entry = by_link[item["meta"]["html_url"]]
        assert (entry.title, entry.id) == (item["title"], item["meta"]["uid"])
        assert (entry.published, entry.updated) == (
            item["published_at"],
            item["updated_at"] or item["published_at"],
        )


def test_what_entries_lead_to_is_there(site: httpx.Client) -> None:
    feed = read_json_feed(site.get("/feed.json").content)
    addresses = {item["url"] for item in feed["items"]} | {
        item["image"] for item in feed["items"] if "image" in item
    }
    for item in feed["items"]:
        for attached in item.get("attachments", ()):
            answer = site.head(attached["url"])
            assert answer.headers["content-type"].partition(";")[0] == attached["mime_type"]
            assert int(answer.headers["content-length"]) == attached["size_in_bytes"]
        found = re.findall(r'(?:href|src)="([^"]+)"', item["content_html"])
        addresses |= {unescape(address) for address in found if address.startswith(str(site.base_url))}
    assert len(addresses) > 40
    for address in sorted(addresses):
        assert site.get(address).status_code == 200, address


def test_each_list_of_press_leads_to_a_feed_of_the_same(site: httpx.Client) -> None:
    lists = ["/press/", "/press/?typ=nyhet", "/press/?typ=pressmeddelande", "/press/?q=brott", "/en/press/"]
    for kind, locale in (("agencies", "sv"), ("topics", "sv"), ("topics", "en")):
        for thing in site.get(f"/api/v2/{kind}/", params={"limit": 100, "locale": locale}).json()["items"]:
            lists.append(thing["urls"]["sv"] if kind == "agencies" else thing["url"])
    assert len(lists) > 20
    for path in lists:
        page = site.get(path).text
        (address,) = re.findall(
            r'<a href="([^"]+feed\.atom[^"]*)"', page.partition("<main")[2].partition("</main")[0]
        )
        shown = re.findall(r'<article class="news.*?<a href="([^"]+)"', page, re.DOTALL)
        feed = read_atom(site.get(unescape(address)).content)
        told = [entry.link.removeprefix(str(site.base_url).rstrip("/")) for entry in feed.entries]
        assert told == shown[:20], path
        json = read_json_feed(site.get(unescape(address).replace("feed.atom", "feed.json")).content)
        assert [item["id"] for item in json["items"]] == [entry.id for entry in feed.entries]
