"""Readers' words are erased by rule, and some time later the rest of their answers."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Final

from django.utils import timezone

from .models import Feedback, FeedbackSettings

logger = logging.getLogger(__name__)

AT_THE_LATEST: Final = timedelta(days=730)
"""From the day of the answer: what a page said then is hardly what it says now."""


def erase() -> int:
    """Erase the texts, and delete the answers, whose time has come; return how many there were."""
    today = timezone.localdate()
    kept = timedelta(days=FeedbackSettings.load().erase_after_days)
    over, _by_model = Feedback.objects.filter(day__lte=today - AT_THE_LATEST).delete()
    texts = Feedback.objects.filter(day__lte=today - kept).exclude(text="").update(text="")
    if texts or over:
        logger.info("By rule the texts of %d readers' answers were erased, and %d deleted.", texts, over)
    return texts + over
