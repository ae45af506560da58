"""An agency through time: what it was called on a day, whether it has ended, and when that changes by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from cms.publishing.days import end_of

from .models import Agency, FormerName


def link_on(day: date | None) -> str:
    """The form of a reference that names an agency as it was called on a day; today's name without one."""
    return f"link@{day.isoformat()}" if day else "link"


def day_of(form: str) -> date | None:
    """The day that `link_on` wrote."""
    return date.fromisoformat(day) if (day := form.partition("@")[2]) else None


def called(agency: Agency, day: date) -> Agency | FormerName:
    """What holds the agency's names on that day: the first of its former names still used then, or the agency."""
    used = [former for former in agency.former_names.all() if day <= former.until]
    return min(used, key=lambda former: former.until, default=agency)


def past_names(agency: Agency, today: date) -> list[FormerName]:
    """The names that are no longer used, the latest first."""
    past = [former for former in agency.former_names.all() if former.until < today]
    return sorted(past, key=lambda former: former.until, reverse=True)


def has_ended(agency: Agency, today: date) -> bool:
    """Whether its last day has passed."""
    return agency.ended_on is not None and agency.ended_on < today


def predecessors(agency: Agency, today: date) -> list[Agency]:
    """The agencies that it has replaced so far, the earliest first."""
    ended = [each for each in agency.predecessors.all() if has_ended(each, today)]
    return sorted(ended, key=lambda each: (each.ended_on, each.sort_key))


def next_change(agency: Agency, today: date) -> datetime | None:
    """The midnight at which a planned name, end or replacement begins to hold."""
    last = min((day for day in _last_days(agency) if day >= today), default=None)
    return end_of(last) if last else None


def _last_days(agency: Agency) -> Iterator[date]:
    yield from (former.until for former in agency.former_names.all())
    yield from (each.ended_on for each in (agency, *agency.predecessors.all()) if each.ended_on)
