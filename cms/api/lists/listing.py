# ruff: noqa: S608 (the statement is put together from constants only; what a request says is bound)
"""Lists: what a request narrows them to, how many match, and the part that it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from django.db import connection

from cms.api.held import Held
from cms.api.http.responses import Answer, listing
from cms.api.moment import Moment, now
from cms.api.search import meant

from . import facets, slugs
from .conditions import VISIBLE, Condition, among, every
from .filters import narrowed
from .parameters import PageList, Searching, ThingList
from .parts import Part, part
from .places import Places, find

COUNTS: Final = Held[int](most=1000)


def pages(query: PageList) -> Answer:
    """The pages that a request asks for."""
    moment, places = find(query)
    asked, sets = slugs.by_id(query), slugs.named(query)
    answer = _pages(asked, moment, places)
    return replace(answer, keys=(*answer.keys, *sets)) if sets else answer


def _pages(query: PageList, moment: Moment, places: Places) -> Answer:
    matching = narrowed(query, places)
    found = part(query, matching, "page", query.order, query.type or ())
    counted = facets.count(query, places, moment) if query.facets else {}
    told = {"facets": counted} if query.facets else {}
    text = listing(found.items, **_meta(query, matching, found, moment), **told)
    keys = ("page", *found.keys, *facets.keys(counted), *_sets(query))
    return Answer(text, moment, keys, lasting=_lasts(query))


def things(query: ThingList, source: str) -> Answer:
    """Documents of one kind in Swedish alphabetical order, or in the editor's own. What has no language is in each."""
    moment = query.searched.moment if query.searched else now()
    matching = every([VISIBLE, Condition("seen.key > %s AND seen.key < %s", (f"{source}:", f"{source};"))])
    if query.id is not None:
        matching = every([matching, among("key", (f"{source}:{id}" for id in query.id))])
    if query.locale:
        matching = every([matching, among("locale", ("", query.locale))])
    if query.searched:
        matching = every([matching, query.searched.condition])
    found = part(query, matching, source, "title")
    text = listing(found.items, **_meta(query, matching, found, moment))
    return Answer(text, moment, (source, *found.keys, *_sets(query)), lasting=_lasts(query))


def _sets(query: Searching) -> tuple[str, ...]:
    """What else a list hangs on: a search knows pages by their agencies' names, and compounds from pages."""
    return ("page", "agency", "topic") if query.searched else ()


def _lasts(query: Searching) -> bool:
    """The words that a search looks through may change while the ledger stands still."""
    return query.search is None


def _meta(query: Searching, matching: Condition, found: Part, moment: Moment) -> dict[str, object]:
    """What a list says of itself; of a search that found nothing also what may have been meant."""
    total = _count(query, matching, moment) if found.total is None else found.total
    meta: dict[str, object] = {"total_count": total, "next_after": found.next_after}
    if query.searched is None:
        return meta
    return meta | {"suggestion": None if total else meant.suggestion(query.searched, query.locale)}


def _count(query: Searching, matching: Condition, moment: Moment) -> int:
    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM publishing_current seen WHERE {matching.sql}", matching.values
            )
            return int(cursor.fetchone()[0])

    return count() if query.searched else COUNTS.get(moment, repr(matching), count)
