# ruff: noqa: S608 (the statement is put together from constants only; what a request says is bound)
"""How many of a list's pages carry each value of a facet, all facets in one statement.

A facet is counted over all that matches the *other* parameters. So a list that is narrowed to one agency still tells
how many pages each other agency would show, and several values can be chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from django.db import connection

from cms.api.held import Held
from cms.api.moment import Moment

from .conditions import VISIBLE, Condition
from .filters import narrowed
from .parameters import AgencyRole, PageList
from .places import Places
from .slugs import THINGS

OWN: Final[dict[str, tuple[str, ...]]] = {
    "agency": ("agency", "agency_role"),
    "agency_role": ("agency_role",),
    "topic": ("topic",),
    "audience": ("audience",),
    "type": ("type", "kind"),
    "kind": ("type", "kind"),
    "year": ("year",),
}
"""Each facet, and the parameters that narrow by it: those are taken away when it is counted. A kind says the type."""

# Terms are taken apart after they are counted: there are thousands of times fewer of them then.
_BY_TERM: Final = """
SELECT split_part(term, ':', 1) AS facet, split_part(term, ':', 2) AS value, pages FROM (
  SELECT term, count(*) AS pages FROM publishing_current seen CROSS JOIN unnest(seen.terms) term
  WHERE {matching} AND term LIKE ANY(%s) GROUP BY term) terms
WHERE split_part(term, ':', 3) = %s
"""
_BY_TYPE: Final = """
SELECT 'type' AS facet, seen.type AS value, count(*) AS pages FROM publishing_current seen
WHERE {matching} GROUP BY seen.type
"""
_BY_ROLE: Final = """
SELECT 'agency_role' AS facet, split_part(term, ':', 3) AS value, count(DISTINCT seen.key) AS pages
FROM publishing_current seen CROSS JOIN unnest(seen.terms) term WHERE {matching} AND term = ANY(%s) GROUP BY 2
"""
_CHOSEN: Final = Condition("SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[])")
"""What is chosen is told of also where it leaves nothing."""

_NAMED: Final = f"""
SELECT counted.facet, counted.value, max(counted.pages) AS pages,
  CASE WHEN %s = 'en' THEN coalesce(nullif(card::json->>'english_name', ''), title) ELSE title END,
  CASE WHEN seen.tree_path = '' THEN card::json->>'slug' END
FROM ({{counted}}) counted
LEFT JOIN publishing_current seen ON seen.key = counted.facet || ':' || counted.value AND {VISIBLE.sql}
GROUP BY counted.facet, counted.value, seen.key
ORDER BY pages DESC, seen.sort_key, counted.value DESC
"""

Facets = dict[str, list[dict[str, Any]]]
Rows = list[tuple[str, str, int, str | None, str | None]]


FACETS: Final = Held[Rows](most=200)


def count(query: PageList, places: Places, moment: Moment) -> Facets:
    """The values of each facet that is asked for, the most frequent first, years the latest first.

    Of things, what has no public document is told of in no count.
    """
    scans = [*_scans(query, places), _chosen(query)]
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
    for facet, value, pages, name, slug in rows:
        if facet in THINGS and name is not None:
            found[facet].append({"value": int(value), "slug": slug, "name": name, "count": pages})
        elif facet not in THINGS:
            found[facet].append({"value": int(value) if facet == "year" else value, "count": pages})
    found.get("year", []).sort(key=lambda year: -year["value"])
    return found


def keys(found: Facets) -> list[str]:
    """The keys of the documents whose names stand beside the counts."""
    return [f"{facet}:{each['value']}" for facet in THINGS for each in found.get(facet, ())]


def _rows(statement: str, values: Sequence[Any]) -> Rows:
    """Facet, value, how many pages, and the name and slug of a thing."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _scans(query: PageList, places: Places) -> Iterator[Condition]:
    asked = query.facets or ()
    for without, facets in _by_what_is_taken_away(query).items():
        yield _by_term(query, places, without, facets)
    if "type" in asked:
        matching = narrowed(query, places, OWN["type"])
        yield Condition(_BY_TYPE.format(matching=matching.sql), matching.values)
    if "agency_role" in asked:
        matching = narrowed(query.model_copy(update={"agency_role": None}), places)
        terms = [f"agency:{id}:{role}" for id in query.agency or () for role in get_args(AgencyRole)]
        yield Condition(_BY_ROLE.format(matching=matching.sql), (*matching.values, terms))


def _by_what_is_taken_away(query: PageList) -> Mapping[tuple[str, ...], Sequence[str]]:
    """The facets among terms, by the parameters to be taken away: those without any are counted in one go."""
    scans = defaultdict(list)
    for facet in query.facets or ():
        if facet not in ("type", "agency_role"):
            scans[tuple(name for name in OWN[facet] if getattr(query, name) is not None)].append(facet)
    return scans


def _by_term(query: PageList, places: Places, without: tuple[str, ...], facets: Sequence[str]) -> Condition:
    """The count of some facets. Where a role is asked for, agencies are counted in that role."""
    matching = narrowed(query, places, without)
    role = query.agency_role if "agency_role" in without else ""
    terms = [f"{facet}:%" for facet in facets]
    return Condition(_BY_TERM.format(matching=matching.sql), (*matching.values, terms, role))


def _chosen(query: PageList) -> Condition:
    """The things that the list is narrowed to, with no page: the count beside them is more, if there is any."""
    chosen = [
        (facet, str(id))
        for facet in query.facets or ()
        if facet in THINGS
        for id in getattr(query, facet) or ()
    ]
    facets, values = [facet for facet, _ in chosen], [value for _, value in chosen]
    return Condition(_CHOSEN.sql, (facets, values, [0] * len(chosen)))
