"""What a request says is erased by rule; its number, dates and status stay."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Final

from django.db.models import Q
from django.utils import timezone

from .models import DocumentRequest, RequestSettings

logger = logging.getLogger(__name__)

AT_THE_LATEST: Final = timedelta(days=365)
"""From when it came in, answered or not."""


def erase() -> int:
    """Erase the text and the contact details of every request whose time has come; return how many."""
    now = timezone.now()
    kept = timedelta(days=RequestSettings.load().erase_after_days)
    due = DocumentRequest.objects.filter(
        Q(answered_at__lte=now - kept) | Q(received_at__lte=now - AT_THE_LATEST), erased_at=None
    )
    count = due.update(text="", delivery="", email="", address="", contact="", erased_at=now)
    if count:
        logger.info("The text and contact details of %d requests for documents were erased by rule.", count)
    return count
