"""The order of what a search finds.

    points = (exact + 0.7 wide + 0.3 diacritics + 0.5 nearness + closeness) × freshness

All but the last two are PostgreSQL's ranks, in which a word weighs 1 in titles and names, 0.4 in leads and agencies'
names, 0.2 in texts and 0.05 elsewhere. Closeness is how near the title comes to the words, by length. A dated text's
freshness falls from 1 to 0.8 with the years; a page without a date keeps 1. It counts days, so that an order holds for
one. Pages with all the words come before those with some.

Every row is ranked by the first two and closeness in title, lead and names, which lie in the row itself; the first
`CLOSELY` of them then by all of it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from django.db import connection

from cms.api.lists.conditions import Condition

from .matching import Search

CLOSELY: Final = 200

# ts_rank divides by how many stems a query has, which says nothing: a word has more of them than another.
_CLOSENESS: Final = """
  least(asked.length / greatest(1, length(seen.title)), length(seen.title) / asked.length)
"""
_FRESHNESS: Final = """
  CASE WHEN seen.dated THEN 0.8 + 0.2 / (1 + greatest(0, current_date - seen.published_at::date) / 365.25) ELSE 1 END
"""
_QUICKLY: Final = f"""
  (exacts * ts_rank('{{0.05,0.2,0.4,1}}', seen.headline, exact) * (1 + {_CLOSENESS})
  + 0.7 * wides * ts_rank('{{0.05,0.2,0.4,1}}', seen.headline, wide)) * {_FRESHNESS}
"""
_THOROUGHLY: Final = f"""
  (exacts * ts_rank('{{0.05,0.2,0.4,1}}', unpacked, exact) + 0.7 * wides * ts_rank('{{0.05,0.2,0.4,1}}', unpacked, wide)
  + 0.3 * ts_rank('{{0.05,0.2,0.4,1}}', unpacked, accents) + 0.5 * ts_rank_cd('{{0.05,0.2,0.4,1}}', unpacked, nearness)
  + exacts * ts_rank('{{0,0,0,1}}', unpacked, exact) * {_CLOSENESS}) * {_FRESHNESS}
"""
_COMPLETE: Final = "seen.key IN (SELECT key FROM publishing_current WHERE search @@ (SELECT %s::tsquery))"
_STATEMENT: Final = """
WITH asked AS (SELECT %s::tsquery AS exact, %s::tsquery AS wide, %s::tsquery AS accents, %s::tsquery AS nearness,
  %s::float AS length, %s::float AS exacts, %s::float AS wides),
found AS (
  SELECT seen.key, seen.published_at, {complete} AS complete, {quickly} AS points
  FROM publishing_current seen CROSS JOIN asked WHERE {matching}),
placed AS (
  SELECT key, complete, count(*) OVER () AS total,
    row_number() OVER (ORDER BY complete DESC, points DESC, published_at DESC NULLS LAST, key) AS place FROM found),
best AS (
  SELECT placed.key, total, complete, place, CASE WHEN place <= {closely} THEN {thoroughly} END AS points
  FROM placed JOIN publishing_current seen ON seen.key = placed.key CROSS JOIN asked
    CROSS JOIN LATERAL (SELECT seen.search || ''::tsvector AS unpacked OFFSET 0) whole
  WHERE place <= greatest({closely}, %s)),
part AS (SELECT * FROM best ORDER BY complete DESC, points DESC NULLS LAST, place LIMIT %s OFFSET %s)
SELECT part.total, {columns} FROM part JOIN publishing_current seen ON seen.key = part.key
ORDER BY part.complete DESC, part.points DESC NULLS LAST, part.place
"""


class Found(NamedTuple):
    """The columns that were asked for, and how many rows match in all; None when the part lies beyond them."""

    rows: list[list[str]]
    total: int | None


def best(search: Search, matching: Condition, columns: Condition, *, limit: int, offset: int) -> Found:
    """A part of the rows that match, the best first."""
    some = search.operator == "or" and len(search.words) > 1
    complete = Condition(_COMPLETE, (search.together,)) if some else Condition("true")
    statement = _STATEMENT.format(
        complete=complete.sql, quickly=_QUICKLY, matching=matching.sql, closely=CLOSELY, thoroughly=_THOROUGHLY,
        columns=columns.sql,
    )  # fmt: skip
    words = max(1, len(search.words) + len(search.phrases))
    asked = [search.exact, search.wide, search.accents, search.nearness, max(1, search.length)]
    asked += [each.count("'") / 2 / words for each in (search.exact, search.wide)]
    values = [*asked, *complete.values, *matching.values, limit + offset, limit, offset, *columns.values]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    total = rows[0][0] if rows else None if limit == 0 or offset else 0
    return Found([columns for _total, *columns in rows], total)
