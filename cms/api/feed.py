"""The ledger as anybody may read it: what has changed since a sequence, in order, and nothing that isn't public.

Every row is told, or a follower would miss one; but addresses only of what is public now, since an address is made of a
title. What was withdrawn is known by its key. Notes and hashes of bodies are told nowhere.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple, TypedDict
from uuid import UUID

from cms.publishing.pages import timestamp

from .moment import Moment
from .statements import fetch

MOST: Final = 500
"""Rows of one answer."""
GENESIS: Final = "0" * 64
"""What stands for the hash of the row before the first."""

HEAD: Final = "SELECT ledger_id, sequence, hash, changed_at, statement_timestamp() FROM publishing_head"

# The part is cut off first and each of its rows looked up, or the planner would read all of CURRENT to know a few.
ROWS: Final = """
WITH part AS MATERIALIZED (
  SELECT * FROM publishing_entry WHERE sequence BETWEEN %s AND %s ORDER BY sequence LIMIT %s)
SELECT part.sequence, part.hash, part.key, part.kind, part.at,
  CASE WHEN public.now AND part.kind <> 'withdrawn' THEN nullif(part.path, '') END,
  CASE WHEN public.now AND before.kind <> 'withdrawn' THEN nullif(before.path, '') END
FROM part
LEFT JOIN LATERAL (
  SELECT kind, path FROM publishing_entry earlier WHERE earlier.key = part.key AND earlier.sequence < part.sequence
  ORDER BY earlier.sequence DESC LIMIT 1) before ON true
LEFT JOIN LATERAL (
  SELECT true AS now FROM publishing_current seen
  WHERE seen.key = part.key AND (seen.visible_until IS NULL OR seen.visible_until > statement_timestamp())
    -- not a redirect to what isn't public: its address answers as one that nobody has made
    AND (seen.type <> 'redirect'
      OR strpos((SELECT text FROM publishing_body WHERE hash = seen.body_hash), '"location":null') = 0)
  LIMIT 1) public ON true
ORDER BY part.sequence
"""


class Position(NamedTuple):
    """A row of the ledger, by its number and its hash: written as ``812.5f0c…``."""

    sequence: int
    hash: str

    @classmethod
    def of(cls, text: str) -> Position:
        number, _, hash = text.partition(".")
        return cls(int(number), hash)

    def __str__(self) -> str:
        return f"{self.sequence}.{self.hash}"


class Ledger(NamedTuple):
    """The ledger's id, its last row, and when that was looked up."""

    id: UUID
    last: Position
    moment: Moment


class Change(TypedDict):
    """An entry as followers see it: `path` is the address after it, `previous_path` the one before."""

    sequence: int
    key: str
    kind: str
    path: str | None
    previous_path: str | None
    at: str | None


def ledger() -> Ledger | None:
    """One row; None before anything has been published."""
    rows = fetch(HEAD, ())
    if not rows:
        return None
    id, sequence, hash, changed_at, now = rows[0]
    return Ledger(id, Position(sequence, hash), Moment(sequence, changed_at, None, now))


def changes(after: Position, last: int) -> tuple[list[Change], Position] | None:
    """What came after a row, as much as one answer holds, and where that ends; None when there is no such row."""
    rows = fetch(ROWS, (after.sequence, last, MOST + (after.sequence > 0)))
    hash = GENESIS
    if after.sequence:
        hash = rows.pop(0)[1] if rows else ""
    if hash != after.hash:
        return None
    end = Position(*rows[-1][:2]) if rows else after
    return [_change(*row) for row in rows], end


def _change(
    sequence: int, _hash: str, key: str, kind: str, at: datetime, path: str | None, before: str | None
) -> Change:
    return Change(sequence=sequence, key=key, kind=kind, path=path, previous_path=before, at=timestamp(at))
