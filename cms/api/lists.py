# ruff: noqa: S608 (the statements are put together from constants only; what a request says is bound)
"""A part of a list: how many rows match, and the cards of those that are asked for, in their order."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from .conditions import Condition, every
from .cursors import Position, read, written
from .filters import narrowed
from .orders import ORDERS, Order
from .parameters import PageList
from .places import find


class Part(NamedTuple):
    """`next_after` is the cursor of the part that follows, None where the list ends."""

    total: int
    items: list[str]
    next_after: str | None


def pages(query: PageList) -> Part:
    """The cards of the pages that a request asks for."""
    matching = narrowed(query, find(query))
    total = _count(matching)
    order, descending = ORDERS[query.order.removeprefix("-")], query.order.startswith("-")
    if query.after:
        position = read(query.after, query.order, order)
        matching = every([matching, _beyond(position, order, descending=descending)])
    rows = _rows(matching, order, descending=descending, limit=query.limit + 1, offset=query.offset)
    kept = rows[: query.limit]
    more = len(rows) > len(kept)
    return Part(total, [card for _key, _value, card in kept], _after(query.order, kept[-1]) if more else None)


def _after(order: str, row: tuple[str, str, str]) -> str:
    key, value, _card = row
    return written(Position(order, key, value))


def _count(matching: Condition) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM publishing_current seen WHERE {matching.sql}", matching.values)
        (count,) = cursor.fetchone()
    return int(count)


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
