# ruff: noqa: S608 (the statement is put together from constants only)
"""Where a path leads that no page stands at: to another, nowhere any more, or nowhere ever. One statement for all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Final, NamedTuple, NoReturn

from cms.publishing.addresses import plain, tidied
from cms.publishing.pages import timestamp

from .errors import IsGone, NotFound
from .http.responses import Answer
from .lists.conditions import VISIBLE
from .moment import MOMENT, Moment
from .statements import fetch

_STATEMENT: Final = f"""
WITH RECURSIVE seen AS NOT MATERIALIZED (SELECT * FROM publishing_current seen WHERE {VISIBLE.sql}),
way AS (
  SELECT rank, path COLLATE "C" AS path, 0 AS hops, NULL::text AS location, true AS permanent,
    ARRAY[]::varchar[] COLLATE "C" AS keys
  FROM unnest(%s::text[]) WITH ORDINALITY AS asked (path, rank)
  UNION ALL
  SELECT way.rank, (said->>'path') COLLATE "C", way.hops + 1, said->>'location',
    way.permanent AND (said->>'permanent')::bool, way.keys || redirect.key
  FROM way
  JOIN seen redirect ON redirect.path = way.path AND redirect.type = 'redirect'
  JOIN publishing_body body ON body.hash = redirect.body_hash
  CROSS JOIN LATERAL (SELECT body.text::json AS said) read
  WHERE said->>'location' IS NOT NULL
    AND NOT EXISTS (SELECT FROM seen page WHERE page.path = way.path AND page.type <> 'redirect')
) CYCLE rank, path SET round USING trail
SELECT {MOMENT}, way.rank, way.hops, way.round, way.location, way.permanent, way.keys,
  here.key, here.path, moved.key, moved.path,
  (SELECT min(visible_until) FROM publishing_current WHERE path = way.path AND visible_until <= statement_timestamp()),
  gone.at, gone.title, gone.reason, successor.title, successor.path
FROM way
LEFT JOIN seen here ON here.path = way.path AND here.type <> 'redirect'
LEFT JOIN publishing_formerpath former ON former.path = way.path COLLATE "default"
LEFT JOIN seen moved ON moved.key = former.key
LEFT JOIN publishing_gone gone ON gone.key = former.key
LEFT JOIN seen successor ON successor.key = gone.successor
ORDER BY way.rank, way.hops DESC
"""
_PLAIN: Final = 3


class Stop(NamedTuple):
    """A place that a path leads to, `hops` redirects on: what stands there now, has left it, or is gone from it."""

    moment: Moment
    rank: int
    hops: int
    round: bool
    location: str | None
    permanent: bool
    keys: list[str]
    here: str | None
    here_path: str | None
    moved: str | None
    moved_path: str | None
    expired_at: datetime | None
    gone_at: datetime | None
    title: str | None
    reason: str | None
    successor_title: str | None
    successor_path: str | None


def elsewhere(path: str) -> Answer:
    """A redirect, its chain flattened; IsGone or NotFound when there is nowhere to go."""
    for rank, each in groupby(_stops(path, tidied(path), plain(tidied(path))), lambda stop: stop.rank):
        way = list(each)
        first, last = way[-1], way[0]
        # Editors' redirects are tidied, but keep å, ä and ö: through the third path they could lead round.
        if last.hops and rank < _PLAIN and not any(stop.round for stop in way):
            return _redirected(last)
        if first.here_path and first.here_path != path:
            return answer_to(first.here_path, first.moment, first.here)
        if first.moved_path and not first.expired_at:
            return answer_to(first.moved_path, first.moment, first.moved)
        if first.expired_at or first.gone_at:
            _raise_gone(first)
    raise NotFound("Nothing is published at this path.")


def answer_to(location: str, moment: Moment, *keys: str | None, permanent: bool = True) -> Answer:
    """The answer of an address that leads to another."""
    body = {
        "meta": {"type": "redirect"},
        "location": location,
        "permanent": permanent,
        "external": not location.startswith("/"),
    }
    # Any page or redirect that comes to stand at the address changes the answer.
    return Answer(json.dumps(body, ensure_ascii=False), moment, (*filter(None, keys), "page", "redirect"))


def _stops(*paths: str) -> Iterator[Stop]:
    for moment, *columns in fetch(_STATEMENT, [list(paths)]):
        yield Stop(Moment.of(moment), *columns)


def _redirected(stop: Stop) -> Answer:
    """By an editor's redirect, on to where that has moved in the meantime."""
    location = (stop.moved_path if not stop.here_path else None) or stop.location or ""
    return answer_to(location, stop.moment, *stop.keys, stop.here or stop.moved, permanent=stop.permanent)


def _raise_gone(stop: Stop) -> NoReturn:
    """A page whose time is up is gone before the worker has withdrawn it too, and nobody has said anything of it."""
    said = stop._replace(title=None, reason=None, successor_path=None) if stop.expired_at else stop
    successor = {"title": said.successor_title, "url": said.successor_path} if said.successor_path else None
    raise IsGone(
        "The page at this path has been unpublished.",
        withdrawn_at=timestamp(said.expired_at or said.gone_at),
        reason=said.reason or None,
        page={"title": said.title} if said.title else None,
        successor=successor,
    )
