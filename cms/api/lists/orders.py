"""What lists are sorted by.

Each is an expression that is never null and has an index, so that `after` can go on from any row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, NamedTuple


class Order(NamedTuple):
    """An expression over the row ``seen``, its type, and whether a text is a value of it.

    Rows that are alike in it follow by key, the same way.
    """

    sql: str
    type: str
    holds: Callable[[str], bool]
    values: tuple[Any, ...] = ()


def _is_moment(text: str) -> bool:
    """As PostgreSQL writes one in UTC, and no other way that Python knows and PostgreSQL may not."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}(\.[0-9]{1,6})?\+00", text):
        return text == "-infinity"
    try:
        return datetime.fromisoformat(text) is not None
    except ValueError:
        return False  # a day that no calendar has, or a time that no clock shows


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,4}", text) is not None


def _moment(column: str) -> Order:
    """What has no such moment is older than all that has."""
    never = "CAST('-infinity' AS timestamp with time zone)"
    return Order(f"coalesce(seen.{column}, {never})", "timestamp with time zone", _is_moment)


PUBLISHED: Final = _moment("published_at")
UPDATED: Final = _moment("updated_at")
ORDERS: Final[dict[str, Order]] = {
    "published_at": PUBLISHED,
    "first_published_at": PUBLISHED,
    "updated_at": UPDATED,
    "title": Order("seen.sort_key", "text", lambda text: True),
    "id": Order("length(seen.key)", "integer", _is_number),
}
