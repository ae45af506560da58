"""The publisher: the only writer of what the public sees.

One transaction for at most `BATCH` keys: lock HEAD, then read, build, append, move CURRENT, unmark. Reading comes
after the lock, since a document built before it can overwrite a newer one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from time import monotonic
from typing import Final

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Site

from . import current, ledger
from .build import Built, build
from .marks import NOW, SOON, mark_all
from .models import Current, Kind, Mark, Use
from .visibility import Cause
from .writing import Writing

logger = logging.getLogger(__name__)

BATCH: Final = 100
PATIENCE: Final = 2.0
"""Seconds that an editor's answer may wait for what follows from the change."""
RETRY: Final = timedelta(seconds=10)
"""How long a key that failed waits, doubled with each attempt."""


def publish(keys: Sequence[str]) -> int:
    """Publish the marks of these keys, and return how many documents changed. One failure never stops the others.

    A key that fails keeps its marks with the error on them; the worker tries again, ever more seldom.
    """
    keys = list(dict.fromkeys(keys))
    changed = 0
    for start in range(0, len(keys), BATCH):
        changed += _publish_batch(keys[start : start + BATCH])
    return changed


def drain(limit: int = BATCH) -> int:
    """Publish the most urgent marks that are due; return how many keys were dealt with (0: nothing is left)."""
    due = Mark.objects.filter(Q(not_before=None) | Q(not_before__lte=timezone.now()))
    marked = due.order_by("-urgency", "id").values_list("key", flat=True)[: limit * 5]
    keys = list(dict.fromkeys(marked))[:limit]
    publish(keys)
    return len(keys)


def publish_urgent() -> None:
    """Publish what an editor waits for, until nothing is left or `PATIENCE` is over; the worker does the rest."""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        waiting = Mark.objects.filter(urgency=NOW, not_before=None).order_by("id")
        keys = list(dict.fromkeys(waiting.values_list("key", flat=True)[: BATCH * 5]))[:BATCH]
        if not keys:
            return
        publish(keys)


def _publish_batch(keys: Sequence[str]) -> int:
    try:
        with transaction.atomic():
            return _publish_locked(keys)
    except Exception as error:  # noqa: BLE001 (a builder may raise anything, and must not hold up the others)
        if len(keys) == 1:
            _put_off(keys[0], error)
            return 0
        half = len(keys) // 2
        return _publish_batch(keys[:half]) + _publish_batch(keys[half:])


def _publish_locked(keys: Sequence[str]) -> int:
    held = ledger.lock()
    Site.clear_site_root_paths_cache()  # each process has its own, and another may have moved or renamed a root
    marks = _marks(keys)
    before = current.standings(keys)
    built = build(keys)
    writing, outcomes = Writing(), {}
    for key in keys:
        said = marks.get(key, [])
        outcomes[key] = current.move(held, writing, built[key], before[key], _kind(said), _note(said))
    writing.write()
    held.write()
    _mark_below({key: before[key].row for key in keys if outcomes[key].moved}, built)
    Mark.objects.filter(pk__in=[mark.pk for each in marks.values() for mark in each]).delete()
    _wake_later(built.values())
    _mark_users([key for key in keys if any(mark.source for mark in marks.get(key, []))], built)
    return sum(outcome.changed for outcome in outcomes.values())


def _mark_below(moved: Mapping[str, Current | None], built: Mapping[str, Built]) -> None:
    for urgency in (NOW, SOON):
        rows = {key: row for key, row in moved.items() if _urgency(built[key]) == urgency}
        _follow(current.below(rows), urgency, source=True)


def _mark_users(changed: Iterable[str], built: Mapping[str, Built]) -> None:
    """Mark what names the keys whose own thing changed."""
    for urgency in (NOW, SOON):
        used = [key for key in changed if _urgency(built[key]) == urgency]
        _follow(Use.objects.filter(used__in=used).values_list("key", flat=True), urgency, source=False)


def _marks(keys: Iterable[str]) -> dict[str, list[Mark]]:
    """The marks seen now, by key: just these are removed at the end, so that one written meanwhile stays."""
    found: dict[str, list[Mark]] = {}
    for mark in Mark.objects.filter(key__in=keys).order_by("id"):
        found.setdefault(mark.key, []).append(mark)
    return found


def _kind(marks: Iterable[Mark]) -> str:
    """The weightiest kind that the marks carry, in the order of `Kind`; empty when they carry none."""
    said = {mark.kind for mark in marks}
    return next((kind for kind in Kind.values if kind in said), "")


def _note(marks: Iterable[Mark]) -> str:
    return "\n".join(dict.fromkeys(mark.note for mark in marks if mark.note))


def _wake_later(built: Iterable[Built]) -> None:
    """Leave a mark for what isn't public yet: it has no row in CURRENT whose next change the worker could see."""
    pending = [each for each in built if each.visibility.cause is Cause.PENDING]
    Mark.objects.bulk_create(
        Mark(key=each.key, urgency=NOW, not_before=each.visibility.until) for each in pending
    )


def _urgency(built: Built) -> int:
    """What follows from a thing that the public may no longer see can't wait; nor what shows a picture."""
    return SOON if built.document else NOW


def _follow(keys: Iterable[str], urgency: int, *, source: bool) -> None:
    """Mark what follows from a change, but for what is marked so already: that mark waits for our lock to end."""
    wanted = set(keys)
    if not wanted:
        return
    waiting = Mark.objects.filter(key__in=wanted, source__gte=source, urgency__gte=urgency, not_before=None)
    mark_all(sorted(wanted.difference(waiting.values_list("key", flat=True))), urgency, source=source)


def _put_off(key: str, error: Exception) -> None:
    """Keep the marks of a key that failed, for later and for the admin to show."""
    logger.exception("Publishing %s failed.", key, exc_info=error)
    marks = Mark.objects.filter(key=key)
    attempts = max(marks.values_list("attempts", flat=True), default=0)
    wait = RETRY * 2 ** min(attempts, 9)
    said = f"{type(error).__name__}: {error}"[:2000]
    marks.update(attempts=F("attempts") + 1, not_before=timezone.now() + wait, error=said)
