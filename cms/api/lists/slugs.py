# ruff: noqa: S608 (the statement is put together from constants only; what a request says is bound)
"""Agencies, topics and audiences that a request names by slug, as the ids that pages carry among their terms."""

from __future__ import annotations

from typing import Final

from cms.api.statements import fetch

from .conditions import VISIBLE
from .parameters import PageList

THINGS: Final = ("agency", "topic", "audience")
"""Parameters whose values are things; each is called as the keys of its things begin."""

_STATEMENT: Final = f"""
SELECT split_part(key, ':', 1), card::json->>'slug', split_part(key, ':', 2) FROM publishing_current seen
WHERE {VISIBLE.sql} AND terms && %s::varchar[] AND tree_path = '' AND (%s::text IS NULL OR locale IN ('', %s::text))
"""


def named(query: PageList) -> tuple[str, ...]:
    """The kinds of things of which one is named by its slug."""
    return tuple(name for name in THINGS if any(isinstance(each, str) for each in getattr(query, name) or ()))


def by_id(query: PageList) -> PageList:
    """The same with ids only; one statement more where there is a slug. One that nothing public has finds nothing."""
    kinds = named(query)
    if not kinds:
        return query
    slugs = {each for kind in kinds for each in getattr(query, kind) if isinstance(each, str)}
    rows = fetch(_STATEMENT, [[f"slug:{slug}" for slug in sorted(slugs)], query.locale, query.locale])
    known = {kind: {slug: int(id) for found, slug, id in rows if found == kind} for kind in kinds}
    ids = {kind: _ids(getattr(query, kind), known[kind]) for kind in kinds}
    return query.model_copy(update=ids)


def _ids(values: list[int | str], known: dict[str, int]) -> list[int]:
    found = (known.get(value) if isinstance(value, str) else value for value in values)
    return [id for id in found if id is not None]
