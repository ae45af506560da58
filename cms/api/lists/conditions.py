"""A condition on rows of CURRENT, and the one that all reading begins with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple


class Condition(NamedTuple):
    """SQL over the row ``seen``, of constants only: what a request says is in `values`, in place of each ``%s``."""

    sql: str
    values: tuple[Any, ...] = ()


VISIBLE: Final = Condition("(seen.visible_until IS NULL OR seen.visible_until > statement_timestamp())")
"""What the public may see at this moment, by the database's clock."""


def every(conditions: Iterable[Condition]) -> Condition:
    """All of them at once."""
    conditions = list(conditions)
    return Condition(
        " AND ".join(each.sql for each in conditions),
        tuple(value for each in conditions for value in each.values),
    )


def among(column: str, values: Iterable[object]) -> Condition:
    """One of the values; of a single one PostgreSQL makes an equality, which keeps an index's order."""
    values = tuple(values)
    return Condition(f"seen.{column} IN ({', '.join(['%s'] * len(values))})", values)


def with_term(terms: Iterable[str]) -> Condition:
    """One of the terms at least."""
    return Condition("seen.terms && %s::varchar[]", (list(terms),))


def under(tree_path: str) -> Condition:
    """Anywhere below a place in the tree. The steps of its paths are digits and capital letters."""
    return Condition("seen.tree_path > %s AND seen.tree_path < %s", (tree_path, f"{tree_path}~"))
