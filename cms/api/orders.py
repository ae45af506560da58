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
    """As PostgreSQL writes one."""
    try:
        return text == "-infinity" or datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


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
