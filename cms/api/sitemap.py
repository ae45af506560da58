"""``sitemap/``: every public address of the visitor site, in parts, for those who tell search engines of them.

A page stands in the part that its number belongs to, so it stays there, and a part costs the same wherever it lies.
"""
# ruff: noqa: S608 (the statements are put together from the constants of this module and of `reading` only)

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar, Final, cast

from django.http import HttpRequest, HttpResponse

from cms.publishing.documents import DocumentSource, source_of
from cms.publishing.pages import timestamp

from . import shapes
from .endpoint import Endpoint
from .http.responses import Answer, respond
from .moment import MOMENT, Moment
from .operations import operation
from .parameters import SitemapQuery, parse
from .reading import SEEN
from .statements import fetch

SIZE: Final = 5000
"""Pages of one part at most."""
THINGS: Final = 0
"""The part of what is no page: agencies, topics and audiences."""

# A language is there with its home page. Keys of pages are in the order of their numbers by length and letters, as
# their index has them.
_PUBLIC: Final = "SELECT substr(key, 6) FROM seen WHERE key LIKE 'site:%%'"
_FOUND: Final = (
    SEEN
    + f"""
SELECT {MOMENT}, ARRAY({_PUBLIC}), found.* FROM (SELECT) once LEFT JOIN LATERAL ("""
)
_PAGE: Final = f"tree_path <> '' AND path IS NOT NULL AND locale = ANY(ARRAY({_PUBLIC}))"
_THING: Final = f"""tree_path = '' AND path IS NOT NULL AND split_part(key, ':', 1) IN ('agency', 'topic', 'audience')
    AND locale = ANY(array_append(ARRAY({_PUBLIC}), ''))"""
_AT: Final = "CASE WHEN type = ANY(%s) THEN coalesce(updated_at, published_at) END"
_OTHERS: Final = """(SELECT json_object_agg(other.locale, other.path)::text FROM seen other
    WHERE other.alternates_key = row.alternates_key AND row.alternates_key <> '')"""
PARTS: Final = (
    _FOUND
    + f"""
  SELECT {THINGS}, count(*) FILTER (WHERE locale <> ''), count(*) FILTER (WHERE locale = ''), NULL
  FROM seen WHERE {_THING} HAVING count(*) > 0
  UNION ALL (SELECT 1 + (split_part(key, ':', 2)::bigint - 1) / {SIZE} AS part, count(*), 0, max({_AT})
  FROM seen WHERE {_PAGE} GROUP BY part ORDER BY part)) found ON true"""
)
PAGES: Final = (
    _FOUND
    + f"""
  SELECT path, locale, {_AT}, {_OTHERS}, NULL FROM seen row
  WHERE {_PAGE} AND (length(key), key) >= (length(%s), %s) AND (length(key), key) < (length(%s), %s)
  ORDER BY length(key), key) found ON true"""
)
THINGS_IN_ALL: Final = (
    _FOUND
    + f"""
  SELECT path, locale, NULL, {_OTHERS}, CASE WHEN locale = '' THEN card END FROM seen row
  WHERE {_THING} ORDER BY split_part(key, ':', 1), length(key), key) found ON true"""
)
SETS: Final = ("page", "agency", "topic", "audience", "site")


class Sitemap(Endpoint):
    """Every public address, with its translations and when it changed in a way that matters."""

    noun = "sitemap"
    routes: ClassVar[dict[str, str]] = {"": "listing_view"}

    @operation(SitemapQuery, lambda _: shapes.Sitemap)
    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """The addresses of one part; without `part` only which parts there are."""
        query = parse(SitemapQuery, request.GET)
        if query.part is None:
            moment, locales, rows = _fetched(PARTS, _dated())
            parts = [_part(part, own + shared * len(locales), at) for part, own, shared, at in rows]
            return respond(request, _answer(moment, parts, []))
        moment, locales, rows = _rows(query.part)
        items = [item for row in rows for item in _items(*row, locales=locales)]
        changed = max((row[2] for row in rows if row[2]), default=None)
        parts = [_part(query.part, len(items), changed)] if items else []
        return respond(request, _answer(moment, parts, items))


def _rows(part: int) -> tuple[Moment, set[str], list[list[Any]]]:
    """A part's: the pages of which it has the numbers, or all that are no pages."""
    if part == THINGS:
        return _fetched(THINGS_IN_ALL)
    first, after = f"page:{1 + (part - 1) * SIZE}", f"page:{1 + part * SIZE}"
    return _fetched(PAGES, _dated(), first, first, after, after)


def _dated() -> list[str]:
    """The types of pages whose readers are told when they changed in a way that matters."""
    pages = cast(DocumentSource, source_of("page:1")).published
    return [each.name for each in pages if "updated_at" in each.document.model_fields]


def _fetched(statement: str, *values: Any) -> tuple[Moment, set[str], list[list[Any]]]:
    """When it was read, the public languages, and the rows that were found."""
    rows = fetch(statement, values)
    found = [list(row[2:]) for row in rows if row[2] is not None]
    return Moment.of(rows[0][0]), set(rows[0][1]), found


def _items(
    path: str, locale: str, at: datetime | None, others: str | None, card: str | None, *, locales: set[str]
) -> Iterator[dict[str, Any]]:
    """A row's addresses: what has no language of its own says in its card where it is in each."""
    known = json.loads(card)["urls"] if card else {locale: path} | json.loads(others or "{}")
    public = {each: url for each, url in sorted(known.items()) if each in locales}
    for each in public if card else [locale]:
        alternates = [{"locale": other, "url": url} for other, url in public.items() if other != each]
        yield {"url": public[each], "locale": each, "updated_at": timestamp(at), "alternates": alternates}


def _part(part: int, count: int, at: datetime | None) -> dict[str, Any]:
    return {"part": part, "count": count, "updated_at": timestamp(at)}


def _answer(moment: Moment, parts: list[dict[str, Any]], items: list[dict[str, Any]]) -> Answer:
    meta = {"total_count": sum(part["count"] for part in parts), "parts": parts}
    text = json.dumps({"meta": meta, "items": items}, ensure_ascii=False, separators=(",", ":"))
    return Answer(text, moment, SETS)
