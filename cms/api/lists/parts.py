# ruff: noqa: S608 (the statements are put together from constants only; what a request says is bound)
"""A part of a list: the cards of the rows that are asked for, in their order, or what is chosen of the documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any, Final, NamedTuple

from cms.api.errors import BadParameter
from cms.api.fields import check, cut, names
from cms.api.fields import written as as_text
from cms.api.known_names import of_list
from cms.api.search import marking, relevance
from cms.api.search.matching import Search
from cms.api.statements import fetch

from .conditions import VISIBLE, Condition, every
from .cursors import Position, read, written
from .orders import ORDERS, Order
from .parameters import Paging, Searching

MOST_BODIES: Final = 20
"""The highest `limit` where whole documents are read: they are some tens of kB each."""


_CRUMBS: Final = f"""
(SELECT coalesce(json_agg(json_build_object('id', split_part(key, ':', 2)::json, 'title', title, 'url', path)
  ORDER BY tree_path), '[]')::text FROM publishing_current above WHERE {VISIBLE.sql.replace("seen.", "above.")}
  AND tree_path = ANY(ARRAY(SELECT left(seen.tree_path, n) FROM generate_series(8, length(seen.tree_path) - 4, 4) n)))
"""


class Part(NamedTuple):
    """The keys and the JSON of a part's items, and the cursor of the part that follows, None where the list ends.

    `total` is how many rows match in all, where reading the part has told.
    """

    keys: list[str]
    items: list[str]
    next_after: str | None
    total: int | None = None


def part(query: Searching, matching: Condition, source: str, name: str, types: Sequence[str] = ()) -> Part:
    """The part of what matches that a request asks for, in the order `name`; `types` are those it is narrowed to."""
    columns = _columns(query, source, with_bodies=_needs_bodies(query, source, types))
    if query.searched and query.by_relevance:
        return _best(query, query.searched, matching, columns)
    order, descending = ORDERS[name.removeprefix("-")], name.startswith("-")
    total = _total(query, matching)
    columns = Condition(f"{total.sql}, {columns.sql}", (*total.values, *columns.values))
    if query.after:
        position = read(query.after, name, order)
        matching = every([matching, _beyond(position, order, descending=descending)])
    rows = _rows(query, matching, columns, order, descending=descending)
    kept = rows[: query.limit]
    more = bool(kept) and len(rows) > len(kept)
    return Part(
        [key for _value, _total, key, *_ in kept],
        [_item(query, *columns) for _value, _total, _key, *columns in kept],
        written(Position(name, kept[-1][2], kept[-1][0])) if more else None,
        _told_total(query, rows),
    )


def _best(query: Searching, search: Search, matching: Condition, columns: Condition) -> Part:
    """By relevance, which changes with everything else that is found: so there is no going on from a row."""
    if query.after:
        raise BadParameter("after", "after needs an order; what is sorted by relevance goes on with offset.")
    found = relevance.best(search, matching, columns, limit=query.limit, offset=query.offset)
    keys, items = [key for key, *_ in found.rows], [_item(query, *columns) for _key, *columns in found.rows]
    return Part(keys, items, None, found.total)


def _columns(query: Searching, source: str, *, with_bodies: bool) -> Condition:
    """What is read of each row: key, card, body, and of a search what it marks in it and where the page stands."""
    body = "(SELECT text FROM publishing_body WHERE hash = seen.body_hash)" if with_bodies else "NULL"
    if query.searched is None:
        return Condition(f"seen.key, seen.card, {body}, NULL, NULL")
    crumbs, marked = (_CRUMBS if source == "page" else "NULL"), marking.columns(query.searched)
    return Condition(f"seen.key, seen.card, {body}, {crumbs}, {marked.sql}", marked.values)


def _total(query: Searching, matching: Condition) -> Condition:
    """How many match in all comes with the rows of a search; of other lists it is kept (`lists.COUNTS`)."""
    if query.searched is None:
        return Condition("NULL")
    return Condition(f"(SELECT count(*) FROM publishing_current seen WHERE {matching.sql})", matching.values)


def _told_total(query: Searching, rows: list[tuple[Any, ...]]) -> int | None:
    if rows:
        total: int | None = rows[0][1]
        return total
    return 0 if query.searched and not (query.offset or query.after) else None


def _item(query: Searching, card: str, body: str | None, crumbs: str | None, *marked: str) -> str:
    """The card as it is stored, or what is chosen of it and of the whole document."""
    text = card
    if query.fields is not None:
        short = json.loads(card)
        text = as_text(cut(json.loads(body) if body else short, names(short), query.fields))
    if query.searched is None:
        return text
    text = marking.with_highlight(text, *marked)
    return f'{text[:-1]},"breadcrumbs":{crumbs}}}' if crumbs else text


def _needs_bodies(query: Paging, source: str, types: Sequence[str] = ()) -> bool:
    """Whether more is asked for than cards have. Raises BadParameter for what no document has, or for too many."""
    if query.fields is None:
        return False
    listed = of_list(source, tuple(types))
    check(query.fields, reduce(or_, (each.document for each in listed)))
    wanted = query.fields.added
    more = query.fields.start == "*" or any(
        name in each.document and name not in each.card for each in listed for name in wanted
    )
    if more and query.limit > MOST_BODIES:
        raise BadParameter(
            "limit", f"limit is at most {MOST_BODIES} where fields asks for more than cards have."
        )
    return more


def _rows(
    query: Searching, matching: Condition, columns: Condition, order: Order, *, descending: bool
) -> list[tuple[Any, ...]]:
    """The value in the order and the columns of each row of the part, and of one more."""
    way = "DESC" if descending else "ASC"
    sorted_so = Condition(f"ORDER BY {order.sql} {way}, seen.key {way}", order.values)
    found = Condition(
        f"{matching.sql} {sorted_so.sql} LIMIT {query.limit + 1} OFFSET {query.offset}",
        (*matching.values, *sorted_so.values),
    )  # these stand in the text: a plan for any numbers would not trust the order's index
    if query.searched:
        # Found first: else words would be marked in all that matches, which takes seconds, and then most thrown away.
        keys = f"SELECT seen.key FROM publishing_current seen WHERE {found.sql}"
        found = Condition(f"seen.key IN ({keys}) {sorted_so.sql}", (*found.values, *sorted_so.values))
    statement = (
        f"SELECT CAST({order.sql} AS text), {columns.sql} FROM publishing_current seen WHERE {found.sql}"
    )
    return fetch(statement, [*order.values, *columns.values, *found.values])


def _beyond(position: Position, order: Order, *, descending: bool) -> Condition:
    """What follows a row; it need not be there any more."""
    sign = "<" if descending else ">"
    sql = f"({order.sql}, seen.key) {sign} (CAST(%s AS {order.type}), %s)"
    return Condition(sql, (*order.values, position.value, position.key))
