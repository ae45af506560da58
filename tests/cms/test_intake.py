"""What all private addresses refuse, whatever it is that they keep."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest
from django.db import models
from django.test import Client

from disclosure.models import DocumentRequest
from feedback.models import Feedback
from tests.cms.articles.examples import contract
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db

JSON = "application/json"


class Door(NamedTuple):
    """An address, what may be sent there, where it is kept, and how many letters are too many."""

    address: str
    sent: dict[str, Any]
    kept: type[models.Model]
    too_many: int

    def post(self, data: Any, content_type: str = JSON, query: str = "") -> Any:
        client = Client(enforce_csrf_checks=True)
        return client.post(self.address + query, json.dumps(data), content_type=content_type)


@pytest.fixture(params=["feedback", "requests"])
def door(request: pytest.FixtureRequest, newsroom: Newsroom) -> Door:
    if request.param == "requests":
        return Door("/intake/document-requests/", contract("requests/sent"), DocumentRequest, 40_000)
    page = newsroom.information()
    newsroom.settle()
    return Door("/intake/feedback/", contract("feedback/sent") | {"page": page.pk}, Feedback, 10_000)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "multipart/form-data; boundary=x"}, 415),
        ({"query": "?x=1"}, 400),
    ],
)
def test_an_envelope_of_another_kind_is_refused(door: Door, given: dict[str, str], status: int) -> None:
    assert door.post(door.sent, **given).status_code == status
    assert not door.kept._default_manager.exists()


def test_more_than_any_honest_form_holds_is_refused(door: Door) -> None:
    assert door.post(door.sent | {"text": "x" * door.too_many}).status_code == 413
    assert not door.kept._default_manager.exists()


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "options", "head"])
def test_nothing_can_be_read_there(door: Door, method: str) -> None:
    assert door.post(door.sent).status_code == 201
    answer = getattr(Client(), method)(door.address)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert door.sent["text"].encode() not in answer.content
