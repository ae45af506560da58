"""The worker: drains marks, fires what is due by the clock, and refreshes everything at night. Several may run."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from threading import Event
from time import monotonic
from typing import Final

from django.db import OperationalError, close_old_connections, connection
from django.db.models import Q
from django.utils import timezone

from .documents import document_sources
from .marks import SOON, mark_all, mark_everything
from .models import Current, Head
from .publisher import drain
from .schedule import Schedule

logger = logging.getLogger(__name__)

PAUSE: Final = 0.2
"""Seconds between two looks when there is nothing to do."""
STRETCH: Final = 1.0
"""Seconds of draining before the clock is looked at again: what is scheduled is at most two seconds late."""
NIGHT: Final = 3
"""The hour, local time, of the nightly refresh."""


def run(stop: Event) -> None:
    """Work until `stop` is set. A lost database is waited for."""
    schedule = Schedule()
    greeted = False
    while not stop.is_set():
        try:
            if not greeted:
                mark_reshaped()
                greeted = True
            busy = tick(schedule)
        except OperationalError as error:
            logger.warning(
                "The database does not answer (%s); trying again.", str(error).strip().splitlines()[0]
            )
            connection.close()
            busy = False
            stop.wait(1)
        close_old_connections()
        if not busy:
            stop.wait(PAUSE)


def tick(schedule: Schedule) -> bool:
    """One round; true when there may be more to drain."""
    schedule.fire()
    refresh_at_night()
    until = monotonic() + STRETCH
    while monotonic() < until:
        if not drain():
            return False
    return True


def mark_reshaped() -> None:
    """Mark what an older program published in another shape."""
    for source in document_sources():
        old = Current.objects.filter(key__startswith=f"{source.name}:", shape__lt=source.shape)
        mark_all(list(old.values_list("key", flat=True)), SOON, source=False)


def refresh_at_night(now: datetime | None = None) -> bool:
    """Mark everything once a night, by one worker; true when this call did it."""
    due = _last_night(now or timezone.now())
    mine = Head.objects.filter(Q(refreshed_at=None) | Q(refreshed_at__lt=due), pk=1)
    if not mine.update(refreshed_at=timezone.now()):
        return False
    logger.info("Nightly refresh: %s documents marked.", mark_everything())
    return True


def _last_night(now: datetime) -> datetime:
    tonight = timezone.localtime(now).replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    return tonight if tonight <= now else tonight - timedelta(days=1)
