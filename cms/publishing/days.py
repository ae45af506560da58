"""Days as editors mean them: from midnight to midnight in the site's time zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def midnight(day: date) -> datetime:
    """When a day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime | None:
    """When a day is over; never for 9999-12-31, which people write for "until further notice"."""
    return None if day == date.max else midnight(day + timedelta(days=1))
