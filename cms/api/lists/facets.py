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

from cms.api.moment import Moment

from .conditions import VISIBLE, Condition
from .filters import narrowed
from .held import Held
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

# Terms are taken apart after they are counted: there are thousands of times fewer of them then.
_COUNTED: Final = """
SELECT split_part(term, ':', 1) AS facet, split_part(term, ':', 2) AS value, pages FROM (
  SELECT term, count(*) AS pages FROM publishing_current seen CROSS JOIN unnest(seen.terms) term
  WHERE {matching} AND term LIKE ANY(%s) GROUP BY term) terms
WHERE split_part(term, ':', 3) = %s
"""
_NAMED: Final = f"""
SELECT counted.facet, counted.value, counted.pages,
  CASE WHEN %s = 'en' THEN coalesce(nullif(card::json->>'english_name', ''), title) ELSE title END
FROM ({{counted}}) counted
LEFT JOIN publishing_current seen ON seen.key = counted.facet || ':' || counted.value AND {VISIBLE.sql}
ORDER BY counted.pages DESC, seen.sort_key, counted.value DESC
"""

Facets = dict[str, list[dict[str, Any]]]
Rows = list[tuple[str, str, int, str | None]]


FACETS: Final = Held[Rows](most=200)


def count(query: PageList, places: Places, moment: Moment) -> Facets:
    """The values of each facet that is asked for, the most frequent first, years the latest first."""
    scans = [_scan(query, places, without, facets) for without, facets in _scans(query).items()]
    statement = _NAMED.format(counted=" UNION ALL ".join(scan.sql for scan in scans))
    values = [query.locale or "sv", *(value for scan in scans for value in scan.values)]
    # The words that a search looks through may change while the ledger stands still.
    state = repr((statement, values))
    rows = (
        _rows(statement, values)
        if query.searched
        else FACETS.get(moment, state, lambda: _rows(statement, values))
    )
    found: Facets = {facet: [] for facet in query.facets or ()}
    for facet, value, pages, name in rows:
        if facet in NAMED and name is not None:
            found[facet].append({"value": int(value), "name": name, "count": pages})
        elif facet not in NAMED:
            found[facet].append({"value": int(value) if facet == "year" else value, "count": pages})
    found.get("year", []).sort(key=lambda year: -year["value"])
    return found


def _held_rows(moment: Moment, statement: str, values: Sequence[Any]) -> Rows:
    """What a search looks through may change while the ledger stands still; all else is counted once."""
    return FACETS.get(moment, repr((statement, values)), lambda: _rows(statement, values))


def keys(found: Facets) -> list[str]:
    """The keys of the documents whose names stand beside the counts."""
    return [f"{facet}:{each['value']}" for facet in NAMED for each in found.get(facet, ())]


def _rows(statement: str, values: Sequence[Any]) -> Rows:
    """Facet, value, how many pages, and the name."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


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
    terms = [f"{facet}:%" for facet in facets]
    return Condition(_COUNTED.format(matching=matching.sql), (*matching.values, terms, role))
