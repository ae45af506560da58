"""The API knows nobody: what a client says of itself is taken away before anything can act on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

API: Final = "/api/"


def anonymous(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the first: else an old session's cookie would be told to go, and answers vary by it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(API):
            for name in ("HTTP_COOKIE", "HTTP_AUTHORIZATION"):
                request.META.pop(name, None)
        return get_response(request)

    return middleware
