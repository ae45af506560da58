"""Attacks through the whole system: an editor's fields to the visitor's page, a visitor's words to the admin's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.admin import Editor
from tests.e2e.running import System
from tests.e2e.wire import WireEditor, blocks, senders
from tests.frontend.watched import Watched

pytestmark = [pytest.mark.slow, pytest.mark.browser]

BROKEN_OUT = '"><img src=x onerror=alert(1)></title><script>alert(1)</script>{{1337*1337}}'
NUMBERS = "links => links.map(link => Number(link.href.match(/edit.(\\d+)/)[1]))"
OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def watched(chromium: Browser, system: System) -> Iterator[Watched]:
    window = Watched(chromium, system.site)
    yield window
    window.close()


def ids(site: httpx.Client) -> tuple[int, int]:
    """Of the Swedish press list and of an agency."""
    lists = site.get("/api/v2/pages/", params={"type": "articles.PressIndexPage", "locale": "sv"}).json()
    agency = site.get("/api/v2/agencies/find/", params={"slug": "tullverket"}).json()
    return lists["items"][0]["id"], agency["id"]


def seen_where_it_is_shown(watched: Watched, path: str, title: str) -> None:
    """Nothing happens on the page, in the list, on the first page, in the search, or in the API's answer."""
    query = str(httpx.QueryParams({"q": title}))
    for place in (
        path,
        "/press/",
        "/",
        f"/sok/?{query}",
        f"/api/v2/pages/find/?html_path={path}",
        f"{path}nej/",
    ):
        watched.look(place, ())
        assert watched.happened == [], place
        assert (
            watched.page.locator("[onerror], [onload], [onfocus], [ontoggle], iframe, base, style").count()
            == 0
        )
        assert "1787569" not in watched.page.content()


def test_what_is_sent_to_the_admins_form_is_text(
    wire: WireEditor, watched: Watched, site: httpx.Client
) -> None:
    press, customs = ids(site)
    quote = {"text": BROKEN_OUT, "person": BROKEN_OUT, "role": BROKEN_OUT, "organisation": BROKEN_OUT}
    wire.publish(
        f"/admin/pages/add/articles/pressreleasepage/{press}/",
        title=BROKEN_OUT,
        slug="angrepp",
        lead=BROKEN_OUT,
        agency_links=senders((customs, "sender")),
        body=blocks(
            ("quote", quote),
            ("heading", {"text": BROKEN_OUT, "level": "2"}),
            ("text", written(BROKEN_OUT, "/x")),
        ),
    )
    page = site.get("/api/v2/pages/", params={"slug": "angrepp"}).json()["items"][0]
    try:
        text = site.get(page["url"]).text
        assert text.count("&lt;img src=x onerror=alert(1)&gt;") > 6
        assert 'href="/x"' in text  # the link below is refused for its address alone
        seen_where_it_is_shown(watched, page["url"], BROKEN_OUT)
    finally:
        wire.send(f"/admin/pages/{page['id']}/delete/", {})


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>"]
)
def test_a_link_that_runs_something_is_no_link(
    wire: WireEditor, watched: Watched, site: httpx.Client, address: str
) -> None:
    """An editor's own program may send what the editor's field would not."""
    press, customs = ids(site)
    wire.publish(
        f"/admin/pages/add/articles/pressreleasepage/{press}/",
        title="Länken",
        slug="lanken",
        agency_links=senders((customs, "sender")),
        body=blocks(("text", written("Orden står kvar", address))),
    )
    page = site.get("/api/v2/pages/", params={"slug": "lanken"}).json()["items"][0]
    try:
        watched.look(page["url"], ())
        assert watched.page.get_by_text("Orden står kvar").count() == 1
        assert (
            watched.page.get_by_role("link", name="Orden står kvar")
            .and_(watched.page.locator("[href]"))
            .count()
            == 0
        )
    finally:
        wire.send(f"/admin/pages/{page['id']}/delete/", {})


def written(text: str, address: str) -> str:
    """What the field for running text sends: a paragraph that is a link."""
    link = {"offset": 0, "length": len(text), "key": 0}
    block = {
        "key": "a1b2c",
        "type": "unstyled",
        "depth": 0,
        "text": text,
        "inlineStyleRanges": [],
        "entityRanges": [link],
    }
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


def test_what_visitors_send_is_text_in_the_admin(editor: Editor, site: httpx.Client, form_path: str) -> None:
    request = {
        "form": "request",
        "text": BROKEN_OUT,
        "delivery": "post",
        "address": BROKEN_OUT,
        "contact": BROKEN_OUT,
    }
    assert site.post(form_path, data=request, headers=OWN).status_code == 303
    information = site.get(
        "/api/v2/pages/", params={"type": "articles.InformationPage", "locale": "sv", "limit": 1}
    )
    page = information.json()["items"][0]
    answer = {"form": "feedback", "helped": "no", "missing": BROKEN_OUT}
    assert site.post(page["url"], data=answer, headers=OWN).status_code == 303
    ran = dialogs(editor.page)
    for address in ("document-requests/", "feedback/", f"pages/{page['id']}/edit/", ""):
        editor.page.goto(f"/admin/{address}")
        if address == "document-requests/":
            newest = max(editor.page.eval_on_selector_all("main a[href*='/edit/']", NUMBERS))
            editor.page.goto(f"/admin/document-requests/edit/{newest}/")
            expect(editor.page.locator("main")).to_contain_text("onerror=alert(1)")
        assert editor.page.locator("img[src=x], [onerror]").count() == 0, address
    assert ran == []


def dialogs(page: Page) -> list[str]:
    """What any script of an attack says; filled as it happens."""
    said: list[str] = []

    def note(dialog: Any) -> None:
        said.append(dialog.message)
        dialog.accept()

    page.on("dialog", note)
    return said
