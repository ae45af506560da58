"""The one private address where the visitor site hands in a request. Only the visitor site's network reaches it.

It takes JSON of one shape by POST and answers with a receipt number. It reads no cookie and knows no session. A
browser can't be tricked into calling it: JSON from another origin is asked about first, and nothing here says yes.
"""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from pydantic import ValidationError

from .models import DocumentRequest
from .shapes import Sent

LARGEST: Final = 32 * 1024
"""Bytes: the longest text in the widest letters, and its frame."""
AN_HOUR: Final = 300
"""Requests taken in an hour, from everybody together: many times what an authority gets in a day."""


@csrf_exempt
@never_cache
def receive(request: HttpRequest) -> JsonResponse:
    """201 with the receipt, or the status of what is wrong; never a word of what was sent."""
    if refusal := _refusal(request):
        return _problem(refusal)
    try:
        sent = Sent.model_validate_json(request.body)
    except ValidationError:
        return _problem(HTTPStatus.UNPROCESSABLE_ENTITY)
    if _taken_in_last_hour() >= AN_HOUR:
        return _problem(HTTPStatus.TOO_MANY_REQUESTS)
    kept = DocumentRequest.objects.create(**sent.model_dump())
    return JsonResponse({"receipt": kept.receipt}, status=HTTPStatus.CREATED)


def _refusal(request: HttpRequest) -> HTTPStatus | None:
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
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if int(length) > LARGEST else None


def _taken_in_last_hour() -> int:
    since = timezone.now() - timedelta(hours=1)
    return DocumentRequest.objects.filter(received_at__gt=since).count()


def _problem(status: HTTPStatus) -> JsonResponse:
    body = {"type": "about:blank", "title": status.phrase, "status": status}
    headers = {"Allow": "POST"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return JsonResponse(body, status=status, headers=headers, content_type="application/problem+json")
