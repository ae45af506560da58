"""What holds answers and documents to their description finds what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from articles import documents
from cms.publishing.build import build
from tests.cms.api.described import faults
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db

Change = Callable[[HttpResponse], None]


def said(change: Callable[[dict[str, Any]], Any]) -> Change:
    """Another body."""

    def changed(response: HttpResponse) -> None:
        body = json.loads(response.content)
        change(body)
        response.content = json.dumps(body).encode()

    return changed


def status(response: HttpResponse) -> None:
    response.status_code = 202


def html(response: HttpResponse) -> None:
    response["Content-Type"] = "text/html"


def weak(response: HttpResponse) -> None:
    response["ETag"] = "no quotation marks"


WRONG: dict[str, Change] = {
    "a field that is not declared": said(lambda body: body.update(secret=1)),
    "one in the middle": said(lambda body: body["meta"].update(secret=1)),
    "a field that is missing": said(lambda body: body.pop("lead")),
    "a number for a text": said(lambda body: body.update(title=7)),
    "null where none may be": said(lambda body: body.update(title=None)),
    "a day that is none": said(lambda body: body.update(published_at="2026-02-30T09:00:00+01:00")),
    "an unknown kind": said(lambda body: body.update(kind="story")),
    "an unknown block": said(lambda body: body["body"].append({"id": "1", "type": "carousel", "value": {}})),
    "a block with another's value": said(
        lambda body: body["body"].append({"id": "1", "type": "quote", "value": {"html": ""}})
    ),
    "an undeclared status": status,
    "another media type": html,
    "no tag": lambda response: response.headers.pop("ETag"),
    "a tag that is none": weak,
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_an_answer_is_found(newsroom: Newsroom, client: Client, case: str) -> None:
    page = newsroom.release(body=[{"type": "quote", "value": {"text": "Ja.", "person": "Per"}}])
    newsroom.settle()
    path = f"/api/v2/pages/{page.pk}/"
    response = client.get(path)
    assert not list(faults("GET", path, response))
    WRONG[case](response)
    assert list(faults("GET", path, response))


def test_a_part_may_lack_fields_and_has_no_others(newsroom: Newsroom, client: Client) -> None:
    newsroom.release()
    newsroom.settle()
    path = "/api/v2/pages/"
    response = client.get(f"{path}?fields=_,title")
    assert not list(faults("GET", path, response, whole=False))
    assert list(faults("GET", path, response))
    said(lambda body: body["items"][0].update(secret=1))(response)
    assert list(faults("GET", path, response, whole=False))


def test_a_builder_that_makes_another_shape_is_found(
    newsroom: Newsroom, declared_shapes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    release = newsroom.release()
    monkeypatch.setattr(documents, "_opening", lambda page, changes: {"lead": None})
    build([f"page:{release.pk}"])
    found = "\n".join(declared_shapes)
    declared_shapes.clear()
    assert "PressReleasePage\nlead\n  Input should be a valid string" in found
    assert "PressReleasePageCard\nlead" in found
    assert "published_at\n  Field required" in found
