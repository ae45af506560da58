"""Who may see a thing: the one place that decides it, asked by the publisher only.

The read side holds only what this let through, so it has nothing else to leak.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, QuerySet
from django.utils import timezone
from wagtail.models import CollectionViewRestriction

from .lineage import Lineage, Step

T = TypeVar("T", bound=Model)


class Cause(StrEnum):
    """Why a thing is public or not."""

    PUBLIC = "public"
    MISSING = "missing"
    PENDING = "pending"
    UNPUBLISHED = "unpublished"
    EXPIRED = "expired"
    RESTRICTED = "restricted"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Visibility:
    """The verdict, and the time until which it holds when that is known beforehand (expiry, a beginning to come)."""

    cause: Cause
    until: datetime | None = None

    @property
    def public(self) -> bool:
        return self.cause is Cause.PUBLIC


PUBLIC = Visibility(Cause.PUBLIC)
MISSING = Visibility(Cause.MISSING)


def of_period(start: datetime | None, end: datetime | None) -> Visibility:
    """The visibility of what is public from `start`, and at `end` no longer; None is without a limit."""
    now = timezone.now()
    if start and now < start:
        return Visibility(Cause.PENDING, start)
    return Visibility(Cause.EXPIRED) if end and end <= now else Visibility(Cause.PUBLIC, end)


def of_page(pk: int, lineage: Lineage) -> Visibility:
    """The visibility of a page, all that it hangs on being in `lineage`.

    A page is public when it and every page above it is live and not expired, none of them is under a view
    restriction, it hangs under the site's root page or a translation of it, and the page it is an alias of is public.
    """
    page, now = lineage.get(pk), timezone.now()
    if page is None:
        return MISSING
    said = [_by_itself(lineage.above(each), now) for each in lineage.originals(page)]
    ends = min((each.until for each in said if each.until), default=None)
    return next((each for each in said if not each.public), Visibility(Cause.PUBLIC, ends))


def _by_itself(line: list[Step] | None, now: datetime) -> Visibility:
    """The verdict on a page from those down to it, whatever it may be an alias of."""
    if line is None or not any(each.is_home for each in line):
        return Visibility(Cause.OUTSIDE)
    if any(each.closed for each in line):
        return Visibility(Cause.RESTRICTED)
    if any(each.expired or (each.expire_at and each.expire_at <= now) for each in line):
        return Visibility(Cause.EXPIRED)
    if not all(each.live for each in line):
        return Visibility(Cause.UNPUBLISHED)
    return Visibility(Cause.PUBLIC, min((each.expire_at for each in line if each.expire_at), default=None))


def collected(things: QuerySet[T]) -> Any:
    """Things that lie in collections, each with what `of_collected` needs to know of its own."""
    path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    above = CollectionViewRestriction.objects.alias(path=path).filter(path__startswith=F("collection__path"))
    return things.annotate(is_closed=Exists(above))


def of_collected(thing: Any) -> Visibility:
    """The visibility of one of `collected`: restricted when its collection, or one above that, is."""
    return Visibility(Cause.RESTRICTED) if thing.is_closed else PUBLIC
