"""HTML as an answer: an ETag of the rendered bytes, and 304 to whoever holds them already."""

import hashlib
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
    """A page, or 304 when the visitor's copy is the same. The tag is weak: compression changes the bytes."""
    etag = f'W/"{hashlib.sha256(text.encode()).hexdigest()[:20]}"'
    headers = {"ETag": etag, "Cache-Control": CACHE_CONTROL}
    held = {tag.strip() for tag in request.headers.get("If-None-Match", "").split(",")}
    if held & {etag, "*"}:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return HTMLResponse(text, headers=headers)
