# ruff: noqa: S608 (the statement is put together from constants only)
"""The pages that a request names by id (`child_of` and its like), found in CURRENT in one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from cms.api.errors import BadParameter
from cms.api.moment import MOMENT, Moment, now
from cms.api.statements import fetch

from .conditions import VISIBLE
from .parameters import PageList

NAMED_BY: Final = ("child_of", "descendant_of", "ancestor_of", "translation_of")
_STATEMENT: Final = f"""
SELECT {MOMENT}, NULL, NULL, NULL, NULL UNION ALL
SELECT NULL, split_part(key, ':', 2), path, tree_path, alternates_key FROM publishing_current seen
WHERE (key = ANY(%s) OR path = '/') AND {VISIBLE.sql}
"""


class Place(NamedTuple):
    """Where a page stands in the tree, and what it shares with its translations."""

    key: str
    tree_path: str
    alternates_key: str


Places = Mapping[str, Place]
"""The places by the name of the parameter."""


def find(query: PageList) -> tuple[Moment, Places]:
    """When all that follows was read at the earliest, and the place of each page that is named, in one statement.

    BadParameter for a page that is not public.
    """
    asked = {name: value for name in NAMED_BY if (value := getattr(query, name)) is not None}
    # A search has been stemmed before.
    first = query.searched.moment if query.searched else None
    moment, found = _found([f"page:{id}" for id in asked.values()]) if asked else (first or now(), {})
    for name, id in asked.items():
        if str(id) not in found:
            raise BadParameter(name, f"{name}: no page with id {id} is published.")
    return first or moment, {name: found[str(id)] for name, id in asked.items()}


def _found(keys: list[str]) -> tuple[Moment, dict[str, Place]]:
    """By id; the home page also as ``root``."""
    rows = fetch(_STATEMENT, [keys])
    moment = next(column for column, *_ in rows if column)
    found = {}
    for _moment, key, path, tree_path, alternates_key in rows:
        found[key] = Place(f"page:{key}", tree_path, alternates_key)
        if path == "/":
            found["root"] = found[key]
    return Moment.of(moment), found
