"""Private addresses where the visitor site hands in what visitors send. Only the visitor site's network reaches them.

Each takes JSON of one shape by POST. It reads no cookie and knows no session. A browser can't be tricked into calling
it: JSON from another origin is asked about first, and nothing here says yes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Final, TypeVar

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from pydantic import ValidationError

from cms.publishing.shapes import Shape

Sent = TypeVar("Sent", bound=Shape)
Keep = Callable[[Sent], JsonResponse]

CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""No text that people write has these."""


def taking(shape: type[Sent], largest: int) -> Callable[[Keep[Sent]], Callable[[HttpRequest], JsonResponse]]:
    """A view for what keeps something of this shape, in so many bytes; no word of what was sent comes back."""

    def decorate(keep: Keep[Sent]) -> Callable[[HttpRequest], JsonResponse]:
        @wraps(keep)
        def receive(request: HttpRequest) -> JsonResponse:
            if refusal := _refusal(request, largest):
                return problem(refusal)
            try:
                sent = shape.model_validate_json(request.body)
            except ValidationError:
                return problem(HTTPStatus.UNPROCESSABLE_ENTITY)
            return keep(sent)

        return csrf_exempt(never_cache(receive))

    return decorate


def problem(status: HTTPStatus) -> JsonResponse:
    """What the status says, and nothing else."""
    body = {"type": "about:blank", "title": status.phrase, "status": status}
    headers = {"Allow": "POST"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return JsonResponse(body, status=status, headers=headers, content_type="application/problem+json")


def _refusal(request: HttpRequest, largest: int) -> HTTPStatus | None:
    """What is wrong with the envelope."""
    length = request.META.get("CONTENT_LENGTH") or ""
    if request.method != "POST":
        return HTTPStatus.METHOD_NOT_ALLOWED
    if request.META.get("QUERY_STRING"):
        return HTTPStatus.BAD_REQUEST
    if request.content_type != "application/json":
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    if not length.isdecimal():
        return HTTPStatus.LENGTH_REQUIRED
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if int(length) > largest else None
