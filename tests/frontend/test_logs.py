"""Logs are JSON, hold the request's id, and name no visitor."""

import json
import logging
from typing import Any

import httpx
import pytest

from frontend.cms import read
from frontend.errors import CMSBroken
from frontend.logs import REQUEST_ID, JsonFormatter


def line(**extra: object) -> dict[str, object]:
    """What the formatter makes of a record."""
    record = logging.makeLogRecord(
        {"msg": "said %s", "args": ("å",), "name": "x", "levelname": "INFO", **extra}
    )
    said: dict[str, object] = json.loads(JsonFormatter().format(record))
    return said


def test_a_line() -> None:
    token = REQUEST_ID.set("abc")
    said = line(path="/press/")
    REQUEST_ID.reset(token)
    assert (said["message"], said["level"], said["path"], said["request_id"]) == (
        "said å",
        "info",
        "/press/",
        "abc",
    )


def test_an_exception_stays_on_the_line() -> None:
    error = ValueError("broken")
    said = line(exc_info=(type(error), error, None))
    assert "ValueError: broken" in str(said["exception"])


def test_a_request_is_logged_without_who_asked(site, caplog) -> None:
    with caplog.at_level(logging.INFO, "frontend.logs"):
        site.get("/robots.txt?q=hemlig", headers={"User-Agent": "spion", "Cookie": "a=1"})
    record = vars(caplog.records[-1])
    assert (record["method"], record["path"], record["status"]) == ("GET", "/robots.txt", 200)
    said = JsonFormatter().format(caplog.records[-1])
    assert "hemlig" not in said
    assert "spion" not in said
    assert "testclient" not in said


@pytest.mark.parametrize(
    "broken",
    [
        {"status_code": 500},
        {"status_code": 503, "json": {}},
        {"status_code": 200, "text": "<"},
        {"status_code": 200, "json": []},
    ],
    ids=str,
)
def test_what_a_visitor_asks_for_is_not_in_what_is_logged_when_it_fails(broken: dict[str, Any]) -> None:
    asked = httpx.Request("GET", "http://cms.test/api/v2/search/?q=hemlig")
    with pytest.raises(CMSBroken) as told:
        read(httpx.Response(**broken, request=asked))
    assert "/api/v2/search/" in str(told.value)
    assert "hemlig" not in str(told.value)
