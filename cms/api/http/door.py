"""What every request to the API passes first, and every answer last."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from . import kept, problems
from .responses import send

API: Final = "/api/"


def door(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the outermost.

    The API knows nobody: what a client says of itself is taken away before anything can act on it. Else an old
    session's cookie would be told to go, and answers would vary by it. And an answer that has no content by nature
    says no length of it (RFC 9110, 8.6).
    """
    answer: Callable[[HttpRequest], HttpResponse] = convert_exception_to_response(_straight)  # type: ignore[assignment]

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(API):
            return get_response(request)
        for name in ("HTTP_COOKIE", "HTTP_AUTHORIZATION"):
            request.META.pop(name, None)
        response = answer(request)
        if response.status_code in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
            del response["Content-Length"]
        return response

    return middleware


def _straight(request: HttpRequest) -> HttpResponse:
    """What the resource answers. The other middleware serves editors, and costs as much as reading a page."""
    request.get_host()  # refuses a name that isn't ours
    known = _known(request)
    if known is not None:
        return known
    found = request.resolver_match = resolve(request.path_info)
    response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    return response


def _known(request: HttpRequest) -> HttpResponse | None:
    """What the resource answered before and would answer again: then it need not be asked."""
    if request.method not in ("GET", "HEAD"):
        return None
    try:
        found = kept.find(request)
        return send(request, *found) if found else None
    except Exception as error:  # noqa: BLE001 (as in Endpoint.dispatch)
        return problems.handle(error, {"request": request})
