"""The private address where the visitor site hands in a request: cms/intake.py."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Final

from django.http import JsonResponse
from django.utils import timezone

from cms.intake import problem, taking

from .models import DocumentRequest
from .shapes import Sent

LARGEST: Final = 32 * 1024
"""Bytes: the longest text in the widest letters, and its frame."""
AN_HOUR: Final = 300
"""Requests taken in an hour, from everybody together: many times what an authority gets in a day."""


@taking(Sent, LARGEST)
def receive(sent: Sent) -> JsonResponse:
    """201 with the receipt, or 429 when too many come."""
    if _taken_in_last_hour() >= AN_HOUR:
        return problem(HTTPStatus.TOO_MANY_REQUESTS)
    kept = DocumentRequest.objects.create(**sent.model_dump())
    return JsonResponse({"receipt": kept.receipt}, status=HTTPStatus.CREATED)


def _taken_in_last_hour() -> int:
    since = timezone.now() - timedelta(hours=1)
    return DocumentRequest.objects.filter(received_at__gt=since).count()
