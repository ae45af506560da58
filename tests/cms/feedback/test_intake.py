"""The private address takes one shape and nothing else, and what it takes is in nothing that is public."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import ReferenceIndex

from cms.publishing.models import Body, Current, Entry, Mark
from feedback import intake
from feedback.models import Feedback
from tests.cms.articles.examples import contract
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db

ADDRESS = "/intake/feedback/"
SENT = contract("feedback/sent")
JSON = "application/json"


@pytest.fixture
def sent(newsroom: Newsroom) -> dict[str, Any]:
    """The example, about a page that there is."""
    page = newsroom.information()
    newsroom.settle()
    return SENT | {"page": page.pk}


def post(data: Any) -> Any:
    text = data if isinstance(data, (str, bytes)) else json.dumps(data)
    return Client(enforce_csrf_checks=True).post(ADDRESS, text, content_type=JSON)


def test_an_answer_is_kept_with_its_page_and_day_and_no_more(
    sent: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # Is it public, are they too many, the answer itself, and the transaction around it.
    with django_assert_num_queries(5):
        answer = post(sent)
    assert (answer.status_code, answer.json()) == (201, contract("feedback/received"))
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    kept = Feedback.objects.get()
    assert (kept.page_id, kept.answer, kept.text) == (sent["page"], "no", SENT["text"])
    assert (kept.day, kept.language) == (timezone.localdate(), "Svenska")
    assert {field.name for field in Feedback._meta.fields} == {"id", "page", "answer", "text", "day"}


@pytest.mark.parametrize("given", [{"answer": "yes", "text": ""}, {"text": "å" * 1000}, {"text": "ett\ntvå"}])
def test_each_way_to_answer(sent: Any, given: Any) -> None:
    assert post(sent | given).status_code == 201


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({}, id="nothing"),
        pytest.param([SENT], id="a list"),
        pytest.param("{", id="broken"),
        pytest.param(b"\xff\xfe", id="not text"),
        pytest.param({k: v for k, v in SENT.items() if k != "text"}, id="a field is missing"),
        pytest.param(SENT | {"name": "Någon"}, id="a field too many"),
        pytest.param(SENT | {"day": "2020-01-01"}, id="a field that isn't the sender's"),
        pytest.param(SENT | {"answer": "maybe"}, id="another answer"),
        pytest.param(SENT | {"answer": True}, id="a truth value"),
        pytest.param(SENT | {"text": "x" * 1001}, id="too long"),
        pytest.param(SENT | {"text": "a\x00b"}, id="a zero byte"),
        pytest.param(SENT | {"text": None}, id="null"),
        pytest.param(SENT | {"page": "20"}, id="a page in letters"),
        pytest.param(SENT | {"page": 0}, id="no page"),
        pytest.param(SENT | {"page": 2**40}, id="more pages than there can be"),
    ],
)
def test_what_has_another_shape_is_refused(data: Any, caplog: pytest.LogCaptureFixture) -> None:
    answer = post(data)
    assert answer.status_code == 422
    assert set(answer.json()) == {"type", "title", "status"}
    assert not Feedback.objects.exists()
    assert "avgifterna" not in caplog.text


def test_only_what_the_public_sees_is_answered_about(newsroom: Newsroom) -> None:
    draft = newsroom.information(live=False)
    newsroom.settle()
    for page in (draft.pk, 2**31 - 1):
        assert post(SENT | {"page": page}).status_code == 404
    assert not Feedback.objects.exists()


def test_there_is_a_cap_for_the_day(sent: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "A_DAY", 2)
    assert [post(sent).status_code for _ in range(3)] == [201, 201, 429]
    Feedback.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert post(sent).status_code == 201


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jag är 19121212-1212.", "Jag är […]."),
        ("121212+1212, 1212121212 och 202100-4979", "[…], […] och […]"),
        ("Svara nagon@example.se, tack", "Svara […], tack"),
        ("Ring 08-465 004 10 om EBM2017-482, 1 000 kr, 2026-11-25", None),
        ("Vilken dag?", None),
    ],
)
def test_what_tells_who_somebody_is_is_taken_out(sent: Any, text: str, kept: str | None) -> None:
    post(sent | {"text": text})
    assert Feedback.objects.get().text == (kept or text)


@pytest.mark.usefixtures("wagtail_indexes")
def test_an_answer_is_in_nothing_that_is_public(
    newsroom: Newsroom, sent: Any, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    before = Entry.objects.count()
    with caplog.at_level(logging.DEBUG):
        post(sent | {"text": "HEMLIGT-ORD"})
    newsroom.settle()
    assert "HEMLIGT-ORD" not in caplog.text
    assert Entry.objects.count() == before
    assert not Mark.objects.exists()
    for rows in (Body.objects.values_list("text", flat=True), Current.objects.values_list("card", flat=True)):
        assert not [text for text in rows if "HEMLIGT-ORD" in text]
    kind = ContentType.objects.get_for_model(Feedback)
    assert not ReferenceIndex.objects.filter(base_content_type=kind).exists()
    for address in (f"pages/{sent['page']}/", "pages/?search=HEMLIGT-ORD", "site/?locale=sv"):
        assert b"HEMLIGT-ORD" not in client.get(f"/api/v2/{address}").content
