"""``changes/``: what has been published, changed and withdrawn since a follower last asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import shapes
from .endpoint import Endpoint
from .errors import MustRestart, NotFound
from .feed import Change, Ledger, Position, changes, ledger
from .http.caching import NOT_HELD
from .http.responses import SEQUENCE, Answer, respond
from .http.sharing import open_to_all, without_body
from .operations import operation
from .parameters import ChangesQuery, parse


class Changes(Endpoint):
    """Without parameters: where the ledger stands, so that a follower can begin."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view"}

    noun = "change"

    @operation(ChangesQuery, lambda _: shapes.Changes, NotFound, MustRestart)
    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Entries in order and without gaps; 304 when there is none, which is one row read. Raises MustRestart."""
        query = parse(ChangesQuery, request.GET)
        now = ledger()
        if now is None:
            raise NotFound("Nothing has been published yet.", hint="Ask again when something has.")
        if query.after is None:
            return _answer(request, now, now.last, [])
        after = Position.of(query.after)
        if query.ledger != str(now.id) or after.sequence > now.last.sequence:
            raise _restart(now)
        if after == now.last:
            return _nothing_new(now)
        found = changes(after, now.last.sequence)
        if found is None:
            raise _restart(now)
        items, end = found
        return _answer(request, now, end, items)


def _answer(request: HttpRequest, now: Ledger, end: Position, items: Sequence[Change]) -> HttpResponse:
    meta = {
        "ledger": str(now.id), "after": str(end), "head": str(now.last), "more": end.sequence < now.last.sequence,
    }  # fmt: skip
    text = json.dumps({"meta": meta, "items": items}, ensure_ascii=False, separators=(",", ":"))
    response = respond(request, Answer(text, now.moment))
    response["Cache-Control"] = NOT_HELD
    return response


def _nothing_new(now: Ledger) -> HttpResponse:
    """`after` is what the follower holds, so it is asked about as a tag would be: no If-None-Match is needed."""
    headers = {"ETag": f'"{now.last}"', "Cache-Control": NOT_HELD, SEQUENCE: str(now.last.sequence)}
    return open_to_all(without_body(304, headers))


def _restart(now: Ledger) -> MustRestart:
    return MustRestart(
        "This ledger has no such entry.", restart={"ledger": str(now.id), "after": str(now.last)}
    )
