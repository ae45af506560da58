"""The private address takes one shape and nothing else, and what it takes is in nothing that is public."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import ReferenceIndex
from wagtail.search.models import IndexEntry

from cms.publishing.models import Body, Current, Entry, Mark
from disclosure import intake
from disclosure.models import DocumentRequest
from tests.cms.articles.examples import contract

pytestmark = pytest.mark.django_db

ADDRESS = "/intake/document-requests/"
SENT = contract("requests/sent")
JSON = "application/json"


def post(data: Any) -> Any:
    text = data if isinstance(data, (str, bytes)) else json.dumps(data)
    return Client(enforce_csrf_checks=True).post(ADDRESS, text, content_type=JSON)


def test_a_request_is_kept_and_its_receipt_given() -> None:
    answer = post(SENT)
    assert answer.status_code == 201
    kept = DocumentRequest.objects.get()
    assert answer.json() == {"receipt": kept.receipt}
    assert set(answer.json()) == set(contract("requests/received"))
    assert {name: getattr(kept, name) for name in SENT} == SENT
    assert (kept.status, kept.answered_at, kept.erased_at) == ("new", None, None)
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize(
    "given",
    [
        {"delivery": "post", "email": "", "address": "Exempelgatan 1\n100 00 Stockholm"},
        {"delivery": "on_site", "email": ""},
        {"contact": "070-123 45 67"},
        {"text": "å" * 5000},
    ],
)
def test_each_way_of_receiving_it(given: dict[str, str]) -> None:
    assert post(SENT | given).status_code == 201


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({}, id="nothing"),
        pytest.param([SENT], id="a list"),
        pytest.param("{", id="broken"),
        pytest.param(b"\xff\xfe", id="not text"),
        pytest.param({k: v for k, v in SENT.items() if k != "contact"}, id="a field is missing"),
        pytest.param(SENT | {"name": "Någon"}, id="a field too many"),
        pytest.param(SENT | {"status": "answered"}, id="a field that isn't the sender's"),
        pytest.param(SENT | {"text": ""}, id="empty"),
        pytest.param(SENT | {"text": " \n "}, id="blank"),
        pytest.param(SENT | {"text": "x" * 5001}, id="too long"),
        pytest.param(SENT | {"text": "a\x00b"}, id="a zero byte"),
        pytest.param(SENT | {"contact": "a\x1bb"}, id="a control character"),
        pytest.param(SENT | {"text": 7}, id="a number"),
        pytest.param(SENT | {"text": None}, id="null"),
        pytest.param(SENT | {"delivery": "fax"}, id="another way"),
        pytest.param(SENT | {"email": ""}, id="no address for the mail"),
        pytest.param(SENT | {"email": "någon"}, id="no such address"),
        pytest.param(SENT | {"email": "a@b.se\nBcc: c@d.se"}, id="a header"),
        pytest.param(SENT | {"delivery": "post"}, id="the wrong address"),
        pytest.param(SENT | {"address": "Exempelgatan 1"}, id="an address that isn't needed"),
        pytest.param(SENT | {"contact": "x" * 201}, id="a contact that is too long"),
    ],
)
def test_what_has_another_shape_is_refused(data: Any, caplog: pytest.LogCaptureFixture) -> None:
    answer = post(data)
    assert answer.status_code == 422
    assert set(answer.json()) == {"type", "title", "status"}
    assert not DocumentRequest.objects.exists()
    assert "Slutrapporten" not in caplog.text


def test_there_is_a_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "AN_HOUR", 2)
    assert [post(SENT).status_code for _ in range(3)] == [201, 201, 429]
    assert DocumentRequest.objects.count() == 2


@pytest.mark.usefixtures("wagtail_indexes")
def test_a_request_is_in_nothing_that_is_public_or_that_searches(
    newsroom: Any, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    before = Entry.objects.count()
    with caplog.at_level(logging.DEBUG):
        receipt = post(SENT | {"text": "HEMLIGT-ORD"}).json()["receipt"]
    newsroom.settle()
    assert "HEMLIGT-ORD" not in caplog.text
    assert SENT["email"] not in caplog.text
    assert Entry.objects.count() == before
    assert not Mark.objects.exists()
    for text in [
        *Body.objects.values_list("text", flat=True),
        *Current.objects.values_list("card", flat=True),
    ]:
        assert "HEMLIGT-ORD" not in text
        assert receipt not in text
    kind = ContentType.objects.get_for_model(DocumentRequest)
    assert not IndexEntry.objects.filter(content_type=kind).exists()
    assert not ReferenceIndex.objects.filter(base_content_type=kind).exists()
    for address in ("pages/", "site/?locale=sv", f"pages/find/?html_path=/{receipt}/"):
        assert b"HEMLIGT-ORD" not in client.get(f"/api/v2/{address}").content
