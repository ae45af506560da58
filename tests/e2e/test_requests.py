"""Asking for a public document: from the form on the visitor site to the registrar's list and mail."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from disclosure.models import DocumentRequest, RequestSettings
from tests.e2e.running import System
from tests.e2e.test_line_http import eventually
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


def send(site: httpx.Client, path: str, **given: str) -> httpx.Response:
    return site.post(path, data=FORM | given, headers={"Sec-Fetch-Site": "same-origin"})


def test_a_request_reaches_the_registrar_and_nobody_else(
    site: httpx.Client, wire: WireEditor, form_path: str, system: System, database: None
) -> None:
    sequence = site.get("/api/v2/pages/").headers["etag"]
    answer = send(site, form_path)
    assert answer.status_code == 303
    receipt = parse_qs(urlsplit(answer.headers["location"]).query)["kvitto"][0]
    page = site.get(answer.headers["location"])
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert receipt in page.text
    assert "set-cookie" not in page.headers
    kept = DocumentRequest.objects.get(receipt=receipt)
    assert kept.text == SECRET
    form = wire.client.get(f"/admin/document-requests/edit/{kept.pk}/").text
    assert "Smörgåsbord-promemorian &amp; bilagor" in form
    wire.send(f"/admin/document-requests/edit/{kept.pk}/", {"status": "answered"})
    kept.refresh_from_db()
    assert kept.answered_at
    assert site.get("/api/v2/pages/").headers["etag"] == sequence
    assert "Smörgåsbord-promemorian" not in site.get(form_path).text
    said = "\n".join(system.lines())
    assert "Smörgåsbord-promemorian" not in said
    assert receipt not in said


@pytest.mark.parametrize("given", [{"text": ""}, {"delivery": "post"}, {"website": "x"}])
def test_a_faulty_form_is_given_back(site: httpx.Client, form_path: str, given: dict[str, str]) -> None:
    answer = send(site, form_path, contact="070-123 45 67", **given)
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


def test_the_worker_tells_the_registrar(
    site: httpx.Client, form_path: str, system: System, database: None
) -> None:
    settings = RequestSettings.load()
    settings.registrar_email = "registrator@example.se"
    settings.save()
    location = send(site, form_path, text="Ett annat ord").headers["location"]
    receipt = parse_qs(urlsplit(location).query)["kvitto"][0]
    eventually(
        lambda: DocumentRequest.objects.filter(receipt=receipt, announced_at__isnull=False).exists(), 20
    )
    printed = "\n".join(system.lines())
    assert receipt in printed
    assert "Ett annat ord" not in printed
