"""Logs are JSON, hold the request's id, and name no visitor."""

import json
import logging

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
