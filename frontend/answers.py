"""HTML as an answer: an ETag of the rendered bytes, and 304 to whoever holds them already."""

import hashlib
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

# A page may change at any moment, so a reader's copy is asked about each time; asking is cheap.
CACHE_CONTROL = "public, max-age=0, must-revalidate"

NO_STORE = {"Cache-Control": "no-store"}


def personal(text: str, status: int = HTTPStatus.OK) -> Response:
    """A page for one visitor alone, which nobody may hold."""
    return HTMLResponse(text, status, NO_STORE)


def html(request: Request, text: str) -> Response:
    """A page."""
    return held(request, text.encode(), "text/html; charset=utf-8")


def held(request: Request, content: bytes, media_type: str, changed: str = "") -> Response:
    """The content, or 304 when the visitor's copy is the same. The tag is weak: compression changes the bytes.

    `changed` is an HTTP date before which no copy is the same.
    """
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:20]}"'
    headers = {"ETag": etag, "Cache-Control": CACHE_CONTROL} | ({"Last-Modified": changed} if changed else {})
    if _holds(request, etag, changed):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content, headers=headers | {"Content-Type": media_type})


def latest(*dates: str) -> str:
    """The latest of some HTTP dates, those left out that can't be read."""
    known = [moment for date in dates if (moment := _moment(date))]
    return format_datetime(max(known), usegmt=True) if known else ""


def _holds(request: Request, etag: str, changed: str) -> bool:
    """Tags are asked first (RFC 9110, 13.2.2): a date is only for those who have none."""
    tags = request.headers.get("If-None-Match")
    if tags is not None:
        return bool({tag.strip() for tag in tags.split(",")} & {etag, "*"})
    since, last = _moment(request.headers.get("If-Modified-Since", "")), _moment(changed)
    return bool(since and last and last <= since)


def _moment(date: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
