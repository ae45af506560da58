"""What goes wrong has one shape, wherever it does: in a parameter, an address, a method, Django or our own code."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg_pool import PoolTimeout

from cms.api import reading
from tests.cms.conftest import Newsroom

API = "/api/v2/"
SHAPE = {"type", "title", "status", "detail", "message", "hint"}
SECRET = "hemligt fel"


def problem_of(response: Any, status: int) -> Any:
    """The problem document, once it is seen to have the shape and the headers of all."""
    assert response.status_code == status, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    held = "public, max-age=0, s-maxage=10" if status in (404, 410) else "no-store"
    assert response["Cache-Control"] == held
    assert "Set-Cookie" not in response
    body = json.loads(response.content)
    assert set(body) >= SHAPE
    assert body["status"] == status
    assert body["message"] == body["detail"] != ""
    assert body["hint"]
    return body


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("pages/?foo=1", "foo"), ("pages/?%00=1", "\x00"), ("pages/?limit=-1", "limit"), ("pages/?limit=101", "limit"),
        ("pages/?limit=tio", "limit"), ("pages/?limit=1e1", "limit"), ("pages/?limit=", "limit"),
        ("pages/?limit=%F0%9D%9F%99", "limit"), (f"pages/?limit={'9' * 5000}", "limit"), ("pages/?offset=-1", "offset"),
        (f"pages/?offset={10**20}", "offset"), ("pages/?limit=1&limit=2", "limit"), ("pages/?locale=%00", "locale"),
        ("pages/?kind='", "kind"), ("pages/?order=%22;drop%20table", "order"), (f"pages/?kind={'x' * 10_000}", "kind"),
        (f"pages/?{'x' * 10_000}=1", "x" * 100), ("pages/?agency=1,,2", "agency"), ("pages/?agency=%ff", "agency"),
        (f"pages/?agency={10**30}", "agency"), ("pages/?child_of='", "child_of"), ("pages/?child_of=99999", "child_of"),
        ("pages/1/?x=1", "x"), ("pages/find/", "html_path"), ("pages/find/?html_path=%00", "html_path"),
        (f"pages/find/?html_path=/{'x' * 10_000}", "html_path"),
        ("agencies/?locale=xx", "locale"), (f"agencies/?offset={10**20}", "offset"), ("agencies/find/", "slug"),
        ("agencies/find/?slug=%00", "slug"), ("agencies/find/?slug=x&locale='", "locale"), ("site/?locale=ö", "locale"),
        ("site/?x=", "x"), ("fee-schedules/1/quote/", "pages"), ("fee-schedules/1/quote/?pages=0", "pages"),
        ("fee-schedules/1/quote/?pages=1&date=2026-02-30", "date"), ("contacts/?limit=1000", "limit"),
    ],
)  # fmt: skip
def test_a_parameter_at_fault_is_named(db: None, client: Client, address: str, parameter: str) -> None:
    assert problem_of(client.get(API + address), 400)["parameter"] == parameter


@pytest.mark.parametrize(
    "address", ["pages/?a=1&" * 3000, "pages/?" + "&".join(f"p{n}=1" for n in range(11_000))]
)
def test_more_parameters_than_anybody_reads(db: None, client: Client, address: str) -> None:
    problem_of(client.get(API + address), 400)


@pytest.mark.parametrize(
    "address",
    [
        "", "nowhere", "nowhere/", "pages/x/", "pages/-1/", "pages/1.5/", "pages/1/2/", "pages/%ff/", "pages/%zz/",
        "pages/%00/", "../v3/pages/", "agencies/%27/", "pages/?/", "x" * 9000, "images/", "documents/", "pages/x",
        f"pages/{10**20}/", f"agencies/{10**30}/", "pages/1/",
    ],
)  # fmt: skip
def test_an_address_that_is_none(db: None, client: Client, address: str) -> None:
    status = 400 if address == "pages/?/" else 404
    assert len(problem_of(client.get(API + address), status)["detail"]) < 300


@pytest.mark.parametrize(
    "address", ["pages", "pages/1", "pages/find?html_path=/%C3%A5/&x=%2F", "agencies?limit=1"]
)
def test_a_slash_that_is_missing_is_put_there(db: None, client: Client, address: str) -> None:
    """As API v2 does; but no other host is ever led to."""
    response = client.get(API + address)
    path, _, query = address.partition("?")
    assert (response.status_code, response["Location"]) == (301, f"{API}{path}/{'?' if query else ''}{query}")
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "address", ["/api", "/api/", "/api/v1/pages/", "/api/v3/pages/", "/api/v2x/", "/api/main/"]
)
def test_other_apis_there_are_none(db: None, client: Client, address: str) -> None:
    assert "/api/v2/" in problem_of(client.get(address), 404)["hint"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "X"])
@pytest.mark.parametrize("address", ["pages/", "pages/1/", "pages/find/?html_path=/", "agencies/", "site/"])
def test_a_method_that_is_none(db: None, client: Client, address: str, method: str) -> None:
    response = client.generic(method, API + address, b'{"a": 1}', content_type="application/json")
    problem_of(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_body_that_comes_with_reading_is_left_unread(newsroom: Newsroom, client: Client) -> None:
    response = client.generic(
        "GET", f"{API}pages/", b"\xff" * 1000, content_type="multipart/form-data; boundary=x"
    )
    assert response.status_code == 200


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    def fail_with(error: Exception) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr(reading, "page_by_key", fail)

    return fail_with


def test_a_fault_of_ours_tells_nothing_of_the_inside(
    db: None, client: Client, failing: Any, caplog: pytest.LogCaptureFixture
) -> None:
    failing(RuntimeError(SECRET))
    client.raise_request_exception = False
    body = problem_of(client.get(f"{API}pages/1/"), 500)
    assert SECRET not in json.dumps(body)
    assert SECRET in caplog.text


@pytest.mark.parametrize("error", [OperationalError(SECRET), PoolTimeout(SECRET)])
def test_a_database_that_is_away_is_said_to_be(
    db: None, client: Client, failing: Any, error: Exception
) -> None:
    failing(error)
    response = client.get(f"{API}pages/1/")
    assert SECRET not in json.dumps(problem_of(response, 503))
    assert response["Retry-After"] == "5"


def test_django_itself_answers_in_the_shape(db: None, client: Client) -> None:
    problem_of(client.get(f"{API}pages/", headers={"host": "a.example"}), 400)
    problem_of(client.get(f"{API}pages/", headers={"host": "a b"}), 400)
    elsewhere = client.get("/admin/", headers={"host": "a.example"})
    assert (elsewhere.status_code, elsewhere["Content-Type"]) == (400, "text/html; charset=utf-8")
