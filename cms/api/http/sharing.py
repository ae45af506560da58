"""Open to every origin: what browsers ask before a page of another site may read an answer (CORS)."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse

from cms.api.errors import METHODS

TOLD: Final = (
    "Content-Encoding, ETag, Last-Modified, Link, Pressrum-Sequence, Retry-After, Surrogate-Key, X-Request-ID"
)
"""Headers that a page's script may read, beside those that it always may."""


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Anyone may read it, from any origin."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = TOLD
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def without_body(status: int, headers: dict[str, str]) -> HttpResponse:
    """204 or 304, which have no content and so no type of it."""
    response = HttpResponse(status=status, headers=headers)
    del response["Content-Type"]
    return response


def allowed() -> HttpResponse:
    """Which methods there are, and that a script may send any header: none changes an answer that it gets."""
    headers = {
        "Allow": METHODS,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "*, Authorization",  # which * doesn't cover
        "Access-Control-Max-Age": "86400",  # seconds; browsers keep it for two hours at most
        "Cache-Control": "public, max-age=86400",
    }
    return open_to_all(without_body(204, headers))
