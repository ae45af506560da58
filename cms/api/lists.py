# ruff: noqa: S608 (the statements are put together from constants only; what a request says is bound)
"""A part of a list: how many rows match, and the cards of those that are asked for, in their order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from django.db import connection

from . import facets
from .conditions import VISIBLE, Condition, among, every
from .cursors import Position, read, written
from .errors import BadParameter
from .fields import check, cut, names
from .fields import written as as_text
from .filters import narrowed
from .held import Held
from .known_names import of_list
from .moment import Moment, now
from .orders import ORDERS, Order
from .parameters import PageList, Paging, ThingList
from .places import find
from .responses import Answer, listing

MOST_BODIES: Final = 20
"""The highest `limit` where whole documents are read: they are some tens of kB each."""


COUNTS: Final = Held()


class Part(NamedTuple):
    """The keys and the JSON of a part's items, and the cursor of the part that follows, None where the list ends."""

    keys: list[str]
    items: list[str]
    next_after: str | None


def pages(query: PageList) -> Answer:
    """The pages that a request asks for."""
    moment, places = find(query)
    matching = narrowed(query, places)
    part = _part(query, matching, query.order, with_bodies=_needs_bodies(query, "page", query.type or ()))
    counted = facets.count(query, places, moment) if query.facets else {}
    told = {"facets": counted} if query.facets else {}
    text = listing(part.items, total_count=_count(matching, moment), next_after=part.next_after, **told)
    return Answer(text, moment, ("page", *part.keys, *facets.keys(counted)))


def things(query: ThingList, source: str) -> Answer:
    """Documents of one kind in Swedish alphabetical order, or in the editor's own. What has no language is in each."""
    moment = now()
    matching = every([VISIBLE, Condition("seen.key > %s AND seen.key < %s", (f"{source}:", f"{source};"))])
    if query.id is not None:
        matching = every([matching, among("key", (f"{source}:{id}" for id in query.id))])
    if query.locale:
        matching = every([matching, among("locale", ("", query.locale))])
    part = _part(query, matching, "title", with_bodies=_needs_bodies(query, source))
    text = listing(part.items, total_count=_count(matching, moment), next_after=part.next_after)
    return Answer(text, moment, (source, *part.keys))


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


def _part(query: Paging, matching: Condition, name: str, *, with_bodies: bool) -> Part:
    order, descending = ORDERS[name.removeprefix("-")], name.startswith("-")
    if query.after:
        position = read(query.after, name, order)
        matching = every([matching, _beyond(position, order, descending=descending)])
    rows = _rows(query, matching, order, descending=descending, with_bodies=with_bodies)
    kept = rows[: query.limit]
    more = bool(kept) and len(rows) > len(kept)
    return Part(
        [key for key, *_ in kept],
        [_item(query, card, body) for _key, _value, card, body in kept],
        written(Position(name, *kept[-1][:2])) if more else None,
    )


def _item(query: Paging, card: str, body: str | None) -> str:
    """The card as it is stored, or what is chosen of it and of the whole document."""
    if query.fields is None:
        return card
    short = json.loads(card)
    return as_text(cut(json.loads(body) if body else short, names(short), query.fields))


def _count(matching: Condition, moment: Moment) -> int:
    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM publishing_current seen WHERE {matching.sql}", matching.values
            )
            return int(cursor.fetchone()[0])

    return COUNTS.get(moment, repr(matching), count)


def _rows(
    query: Paging, matching: Condition, order: Order, *, descending: bool, with_bodies: bool
) -> list[tuple[str, str, str, str | None]]:
    """Key, value in the order, card and body of each row of the part, and of one more."""
    way = "DESC" if descending else "ASC"
    body = "(SELECT text FROM publishing_body WHERE hash = seen.body_hash)" if with_bodies else "NULL"
    statement = f"""
        SELECT seen.key, CAST({order.sql} AS text), seen.card, {body} FROM publishing_current seen
        WHERE {matching.sql} ORDER BY {order.sql} {way}, seen.key {way} LIMIT %s OFFSET %s
    """
    values = [*order.values, *matching.values, *order.values, query.limit + 1, query.offset]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _beyond(position: Position, order: Order, *, descending: bool) -> Condition:
    """What follows a row; it need not be there any more."""
    sign = "<" if descending else ">"
    sql = f"({order.sql}, seen.key) {sign} (CAST(%s AS {order.type}), %s)"
    return Condition(sql, (*order.values, position.value, position.key))
