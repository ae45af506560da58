"""Asking for a public document: from the form on the visitor site to the registrar's list, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, expect

from disclosure.models import DocumentRequest
from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.wire import WireEditor

pytestmark = pytest.mark.slow

SECRET = "Smörgåsbord-promemorian & bilagor"
FORM = {
    "form": "request",
    "text": SECRET,
    "delivery": "on_site",
    "email": "",
    "address": "",
    "contact": "",
    "website": "",
}


@pytest.fixture(scope="module")
def path(system: System) -> str:
    """Where the Swedish form stands."""
    with httpx.Client(base_url=system.site) as client:
        found = client.get("/api/v2/pages/", params={"type": "articles.RequestPage", "locale": "sv"}).json()
    url: str = found["items"][0]["url"]
    return url


@pytest.fixture
def editor(system: System) -> Iterator[WireEditor]:
    with httpx.Client(base_url=system.cms, timeout=30) as client:
        editor = WireEditor(client)
        editor.log_in(system)
        yield editor


def send(site: httpx.Client, path: str, **given: str) -> httpx.Response:
    return site.post(path, data=FORM | given, headers={"Sec-Fetch-Site": "same-origin"})


def test_a_request_reaches_the_registrar_and_nobody_else(
    site: httpx.Client, editor: WireEditor, path: str, system: System, database: None
) -> None:
    sequence = site.get("/api/v2/pages/").headers["etag"]
    answer = send(site, path)
    assert answer.status_code == 303
    receipt = parse_qs(urlsplit(answer.headers["location"]).query)["kvitto"][0]
    page = site.get(answer.headers["location"])
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert receipt in page.text
    assert "set-cookie" not in page.headers
    kept = DocumentRequest.objects.get(receipt=receipt)
    assert kept.text == SECRET
    form = editor.client.get(f"/admin/document-requests/edit/{kept.pk}/").text
    assert "Smörgåsbord-promemorian &amp; bilagor" in form
    editor.send(f"/admin/document-requests/edit/{kept.pk}/", {"status": "answered"})
    kept.refresh_from_db()
    assert kept.answered_at
    assert site.get("/api/v2/pages/").headers["etag"] == sequence
    assert "Smörgåsbord-promemorian" not in site.get(path).text
    said = "\n".join(system.lines())
    assert "Smörgåsbord-promemorian" not in said
    assert receipt not in said


@pytest.mark.parametrize("given", [{"text": ""}, {"delivery": "post"}, {"website": "x"}])
def test_a_faulty_form_is_given_back(site: httpx.Client, path: str, given: dict[str, str]) -> None:
    answer = send(site, path, contact="070-123 45 67", **given)
    assert answer.status_code == 422
    assert 'value="070-123 45 67"' in answer.text


@pytest.mark.parametrize("address", ["/intake/document-requests/", "/api/v2/intake/document-requests/"])
def test_the_private_address_is_not_on_the_public_host(
    site: httpx.Client, address: str, database: None
) -> None:
    before = DocumentRequest.objects.count()
    sent: dict[str, Any] = {name: FORM[name] for name in ("text", "delivery", "email", "address", "contact")}
    own = {"Sec-Fetch-Site": "same-origin"}
    assert site.post(address, json=sent, headers=own).status_code in {400, 404, 405}
    assert site.get(address).status_code == 404
    assert DocumentRequest.objects.count() == before


@pytest.mark.browser
def test_without_script_from_form_to_receipt(chromium: Browser, system: System, path: str) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto(path)
        page.get_by_role("button", name="Skicka begäran").click()
        expect(page.get_by_role("alert")).to_contain_text("Beskriv vad du vill läsa.")
        page.get_by_role("link", name="Beskriv vad du vill läsa.").click()
        page.get_by_label("Vad vill du läsa?").fill("Slutrapporten")
        page.get_by_label("Med e-post").check()
        page.get_by_label("E-postadress").fill("nagon@example.se")
        page.get_by_role("button", name="Skicka begäran").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Vi har tagit emot din begäran")
        assert re.search(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", page.content())
        assert page.context.cookies() == []
