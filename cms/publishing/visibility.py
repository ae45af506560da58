"""Who may see a thing: the one place that decides it, asked by the publisher only.

The read side holds only what this let through, so it has nothing else to leak.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site


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


def of_pages(pages: Iterable[Page]) -> dict[int, Visibility]:
    """The visibility of each page by primary key, in five queries however many pages are asked for.

    A page is public when it and every page above it is live and not expired, none of them is under a view
    restriction, it hangs under the site's root page or a translation of it, and the page it is an alias of is public.
    An alias of an alias takes one query more.
    """
    pages = list(pages)
    everyone = _with_originals(pages)
    lineage = _lineage(everyone.values())
    closed = set(PageViewRestriction.objects.values_list("page__path", flat=True))
    roots = _root_paths()
    now = timezone.now()
    verdicts = {pk: _of_page(page, lineage, closed, roots, now) for pk, page in everyone.items()}
    return {page.pk: _first_closed(_alias_line(page, everyone), verdicts) for page in pages}


def of_collections(ids: Iterable[int]) -> dict[int, Visibility]:
    """The visibility of what lies in each collection: restricted when it, or one above it, is."""
    closed = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    paths = Collection.objects.filter(pk__in=set(ids)).values_list("pk", "path")
    return {
        pk: Visibility(Cause.RESTRICTED) if any(path.startswith(top) for top in closed) else PUBLIC
        for pk, path in paths
    }


def _lineage(pages: Iterable[Page]) -> dict[str, Page]:
    """The pages and all above them, by tree path."""
    pages = list(pages)
    paths = {path for page in pages for path in _ancestor_paths(page.path)}
    known = {page.path: page for page in pages}
    missing = paths - known.keys()
    above = (
        Page.objects.filter(path__in=missing).only("path", "live", "expired", "expire_at") if missing else ()
    )
    return known | {page.path: page for page in above}


def _ancestor_paths(path: str) -> list[str]:
    step = Page.steplen
    return [path[:end] for end in range(step, len(path) + 1, step)]


def _root_paths() -> tuple[str, ...]:
    """The tree paths of the home pages, in every language."""
    keys = Site.objects.values("root_page__translation_key")
    return tuple(Page.objects.filter(translation_key__in=keys, depth__gt=1).values_list("path", flat=True))


def _of_page(
    page: Page, lineage: dict[str, Page], closed: set[str], roots: tuple[str, ...], now: datetime
) -> Visibility:
    paths = _ancestor_paths(page.path)
    line = [lineage[path] for path in paths if path in lineage]
    if not page.path.startswith(roots or ("-",)) or len(line) != len(paths):
        return Visibility(Cause.OUTSIDE)
    if closed.intersection(paths):
        return Visibility(Cause.RESTRICTED)
    if any(each.expired or (each.expire_at and each.expire_at <= now) for each in line):
        return Visibility(Cause.EXPIRED)
    if not all(each.live for each in line):
        return Visibility(Cause.UNPUBLISHED)
    return Visibility(Cause.PUBLIC, min((each.expire_at for each in line if each.expire_at), default=None))


def _with_originals(pages: Iterable[Page]) -> dict[int, Page]:
    """The pages and all that they are aliases of, by primary key."""
    found = {page.pk: page for page in pages}
    asked = set(found)
    while wanted := {page.alias_of_id for page in found.values() if page.alias_of_id} - asked:
        asked |= wanted
        found |= Page.objects.in_bulk(wanted)
    return found


def _alias_line(page: Page, everyone: dict[int, Page]) -> list[Page]:
    """The page, what it is an alias of, what that is an alias of, and so on."""
    line = [page]
    while (original := everyone.get(line[-1].alias_of_id or 0)) and original not in line:
        line.append(original)
    return line


def _first_closed(line: Iterable[Page], verdicts: dict[int, Visibility]) -> Visibility:
    """The verdict on a line of aliases: the first that isn't public, else public until the first of them ends."""
    said = [verdicts[page.pk] for page in line]
    ends = min((each.until for each in said if each.until), default=None)
    return next((each for each in said if not each.public), Visibility(Cause.PUBLIC, ends))
