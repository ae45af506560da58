"""The private address where the visitor site hands in a reader's answer: cms/intake.py."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.http import JsonResponse
from django.utils import timezone

from cms.intake import problem, taking
from cms.publishing.models import Current

from .masking import masked
from .models import Feedback
from .shapes import Sent

LARGEST: Final = 8 * 1024
"""Bytes: the longest text in the widest letters, and its frame."""
A_DAY: Final = 5000
"""Answers taken in a day, from everybody together."""


@taking(Sent, LARGEST)
def receive(sent: Sent) -> JsonResponse:
    """201, or 404 for a page that the public doesn't see, or 429 when too many come."""
    if not Current.objects.filter(key=f"page:{sent.page}").exists():
        return problem(HTTPStatus.NOT_FOUND)
    if Feedback.objects.filter(day=timezone.localdate()).count() >= A_DAY:
        return problem(HTTPStatus.TOO_MANY_REQUESTS)
    Feedback.objects.create(page_id=sent.page, answer=sent.answer, text=masked(sent.text.strip()))
    return JsonResponse({"received": True}, status=HTTPStatus.CREATED)
