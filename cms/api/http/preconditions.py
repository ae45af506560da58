"""Conditional requests as RFC 9110 has them (13.2.2): has the client what it would get?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from enum import Enum

from django.http import HttpRequest
from django.utils.http import parse_etags, parse_http_date_safe

from cms.api.moment import Moment


class Verdict(Enum):
    """What a request's conditions ask for."""

    SEND = 200
    UNCHANGED = 304
    FAILED = 412


def judge(request: HttpRequest, etags: Collection[str], moment: Moment) -> tuple[Verdict, str]:
    """The verdict, and the tag that the client holds ("" if it named none). `etags`: one for each encoding."""
    headers = request.headers
    if "If-Match" in headers:
        if not _named(headers["If-Match"], etags):
            return Verdict.FAILED, ""
    elif (since := _time(headers.get("If-Unmodified-Since"))) and not _unchanged(since, moment):
        return Verdict.FAILED, ""
    if "If-None-Match" in headers:
        held = _named(headers["If-None-Match"], etags, weak=True)
        return (Verdict.UNCHANGED, held) if held else (Verdict.SEND, "")
    since = _time(headers.get("If-Modified-Since"))
    return (Verdict.UNCHANGED if since and _unchanged(since, moment) else Verdict.SEND), ""


def _named(header: str, etags: Collection[str], *, weak: bool = False) -> str:
    """The first of our tags that the header names, ``*`` for any of them, or "" for none."""
    named = parse_etags(header)
    if "*" in named:
        return "*"
    return next((tag for each in named if (tag := each.removeprefix("W/") if weak else each) in etags), "")


def _time(header: str | None) -> datetime | None:
    """A date; None for what is none, since such a condition is to be ignored."""
    epoch = parse_http_date_safe(header) if header else None
    return None if epoch is None else datetime.fromtimestamp(epoch, UTC)


def _unchanged(since: datetime, moment: Moment) -> bool:
    """Whether nothing has changed after that second. A time to come says nothing: a clock is wrong."""
    return moment.settled_at is not None and moment.settled_at <= since <= moment.now
