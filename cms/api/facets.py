# ruff: noqa: S608 (the statement is put together from constants only; what a request says is bound)
"""How many of a list's pages carry each value of a facet, all facets in one statement.

A facet is counted over all that matches the *other* parameters. So a list that is narrowed to one agency still tells
how many pages each other agency would show, and several values can be chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import connection

from .conditions import VISIBLE, Condition
from .filters import narrowed
from .parameters import PageList
from .places import Places

OWN: Final[dict[str, tuple[str, ...]]] = {
    "agency": ("agency", "agency_role"),
    "topic": ("topic",),
    "audience": ("audience",),
    "kind": ("kind",),
    "year": ("year",),
}
"""Each facet, and the parameters that narrow by it: those are taken away when it is counted."""

NAMED: Final = ("agency", "topic", "audience")
"""Facets whose values are ids of documents. What has no public document is told of in no count."""

_COUNTED: Final = """
SELECT split_part(term, ':', 1) AS facet, split_part(term, ':', 2) AS value, count(*) AS pages
FROM publishing_current seen CROSS JOIN unnest(seen.terms) term
WHERE {matching} AND split_part(term, ':', 1) = ANY(%s) AND split_part(term, ':', 3) = %s GROUP BY 1, 2
"""
_NAMED: Final = f"""
SELECT counted.facet, counted.value, counted.pages,
  CASE WHEN %s = 'en' THEN coalesce(nullif(card::json->>'english_name', ''), title) ELSE title END
FROM ({{counted}}) counted
LEFT JOIN publishing_current seen ON seen.key = counted.facet || ':' || counted.value AND {VISIBLE.sql}
ORDER BY counted.pages DESC, seen.sort_key, counted.value DESC
"""

Facets = dict[str, list[dict[str, Any]]]


def count(query: PageList, places: Places) -> Facets:
    """The values of each facet that is asked for, the most frequent first, years the latest first."""
    scans = [_scan(query, places, without, facets) for without, facets in _scans(query).items()]
    statement = _NAMED.format(counted=" UNION ALL ".join(scan.sql for scan in scans))
    with connection.cursor() as cursor:
        cursor.execute(statement, [query.locale or "sv", *(value for scan in scans for value in scan.values)])
        rows = cursor.fetchall()
    found: Facets = {facet: [] for facet in query.facets or ()}
    for facet, value, pages, name in rows:
        if facet in NAMED and name is not None:
            found[facet].append({"value": int(value), "name": name, "count": pages})
        elif facet not in NAMED:
            found[facet].append({"value": int(value) if facet == "year" else value, "count": pages})
    found.get("year", []).sort(key=lambda year: -year["value"])
    return found


def _scans(query: PageList) -> Mapping[tuple[str, ...], Sequence[str]]:
    """The facets by the parameters to be taken away: those without any are counted in one go."""
    scans = defaultdict(list)
    for facet in query.facets or ():
        scans[tuple(name for name in OWN[facet] if getattr(query, name) is not None)].append(facet)
    return scans


def _scan(query: PageList, places: Places, without: tuple[str, ...], facets: Sequence[str]) -> Condition:
    """The count of some facets. Where a role is asked for, agencies are counted in that role."""
    matching = narrowed(query, places, without)
    role = query.agency_role if "agency_role" in without else ""
    return Condition(_COUNTED.format(matching=matching.sql), (*matching.values, list(facets), role))
