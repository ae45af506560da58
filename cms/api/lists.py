# ruff: noqa: S608 (the statements are put together from constants only; what a request says is bound)
"""A part of a list: how many rows match, and the cards of those that are asked for, in their order."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Count, QuerySet

from cms.publishing.models import Current

from . import facets
from .conditions import Condition, every
from .cursors import Position, read, written
from .filters import narrowed
from .moment import MOMENT, Moment, ReadAt
from .orders import ORDERS, Order
from .parameters import PageList, Paging
from .places import find
from .responses import Answer, listing


def pages(query: PageList) -> Answer:
    """The cards of the pages that a request asks for, and in `next_after` the cursor of the part that follows."""
    places = find(query)
    matching = narrowed(query, places)
    total, moment = _count(matching)
    meta: dict[str, Any] = {"total_count": total}
    order, descending = ORDERS[query.order.removeprefix("-")], query.order.startswith("-")
    if query.after:
        position = read(query.after, query.order, order)
        matching = every([matching, _beyond(position, order, descending=descending)])
    rows = _rows(matching, order, descending=descending, limit=query.limit + 1, offset=query.offset)
    kept = rows[: query.limit]
    meta["next_after"] = _after(query.order, kept[-1]) if kept and len(rows) > len(kept) else None
    if query.facets:
        meta["facets"] = facets.count(query, places)
    text = listing([card for _key, _value, card in kept], **meta)
    first = next((place.moment for place in places.values()), moment)
    return Answer(text, first, ("pages", *(key for key, _value, _card in kept)))


def cards(found: QuerySet[Current], paging: Paging, name: str) -> Answer:
    """A part of what was found, in two queries. `name` is the surrogate key of the list as a whole."""
    counted = found.order_by().aggregate(total=Count("*"), moment=ReadAt())
    rows = list(found.values_list("key", "card")[paging.offset : paging.offset + paging.limit])
    text = listing([card for _key, card in rows], total_count=counted["total"])
    return Answer(text, Moment.of(counted["moment"]), (name, *(key for key, _card in rows)))


def _after(order: str, row: tuple[str, str, str]) -> str:
    key, value, _card = row
    return written(Position(order, key, value))


def _count(matching: Condition) -> tuple[int, Moment]:
    statement = f"SELECT count(*), {MOMENT} FROM publishing_current seen WHERE {matching.sql}"
    with connection.cursor() as cursor:
        cursor.execute(statement, matching.values)
        count, moment = cursor.fetchone()
    return int(count), Moment.of(moment)


def _rows(
    matching: Condition, order: Order, *, descending: bool, limit: int, offset: int
) -> list[tuple[str, str, str]]:
    """Key, value in the order, and card of each row."""
    way = "DESC" if descending else "ASC"
    statement = f"""
        SELECT seen.key, CAST({order.sql} AS text), seen.card FROM publishing_current seen
        WHERE {matching.sql} ORDER BY {order.sql} {way}, seen.key {way} LIMIT %s OFFSET %s
    """
    values = [*order.values, *matching.values, *order.values, limit, offset]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _beyond(position: Position, order: Order, *, descending: bool) -> Condition:
    """What follows a row; it need not be there any more."""
    sign = "<" if descending else ">"
    sql = f"({order.sql}, seen.key) {sign} (CAST(%s AS {order.type}), %s)"
    return Condition(sql, (*order.values, position.value, position.key))
