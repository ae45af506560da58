"""The ledger: appended to under the lock on HEAD, each row chained to the one before by its hash."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from django.db import connection
from django.db.models import DateTimeField, F, Func
from django.utils import timezone

from .models import Body, Entry, Head


def body_text(body: object) -> str:
    """The exact text that is hashed and stored: compact JSON in UTF-8, members in the order they were built."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(text.encode()).hexdigest()


@dataclass
class Ledger:
    """The ledger as held by one publisher, from `lock` until its transaction ends. New rows wait for `write`.

    `at` is when it got hold of it.
    """

    head: Head
    at: datetime
    entries: list[Entry] = field(default_factory=list)

    def append(self, key: str, kind: str, *, body_hash: str = "", path: str = "", note: str = "") -> Entry:
        """Add a row and return it; the sequence has no gaps, since HEAD stays locked until commit."""
        entry = Entry(
            sequence=self.head.sequence + 1, key=key, kind=kind, at=self.at, body_hash=body_hash,
            path=path, note=note, previous_hash=self.head.hash,
        )  # fmt: skip
        entry.hash = chain_hash(entry)
        self.entries.append(entry)
        self.head.sequence, self.head.hash, self.head.changed_at = entry.sequence, entry.hash, entry.at
        return entry

    def write(self) -> None:
        """Write the new rows, and move HEAD to the last of them."""
        if self.entries:
            Entry.objects.bulk_create(self.entries)
            self.head.save(update_fields=["sequence", "hash", "changed_at"])


def lock() -> Ledger:
    """Take HEAD. Everything read after this is at least as new as what any earlier publisher saw.

    The lock is an UPDATE, so that it conflicts with every other publisher; it ends with the transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("The ledger is locked within a transaction only.")
    if not _take():
        Head.objects.bulk_create([Head(pk=1)], ignore_conflicts=True)  # the very first publication
        _take()
    # The database's clock, since several machines publish; never earlier than before, should it be set back.
    head = Head.objects.annotate(now=Func(function="clock_timestamp", output_field=DateTimeField())).get(pk=1)
    return Ledger(head, max(head.now, head.changed_at or head.now))


def _take() -> bool:
    return bool(Head.objects.filter(pk=1).update(sequence=F("sequence")))


def chain_hash(entry: Entry) -> str:
    """The hash of a row: over the hash of the row before and all that this one says."""
    said = [entry.sequence, entry.key, entry.kind, _utc(entry.at), entry.body_hash, entry.path, entry.note]
    return digest(entry.previous_hash + body_text(said))


def erase(key: str, decision: str) -> int:
    """Erase the bodies that only this key ever had and that are not public; return how many. The chain stays whole."""
    mine = Entry.objects.filter(key=key).exclude(body_hash="").values("body_hash")
    others = Entry.objects.exclude(key=key).values("body_hash")
    bodies = (
        Body.objects.filter(hash__in=mine, text__isnull=False)
        .exclude(hash__in=others)
        .exclude(current__isnull=False)
    )
    return bodies.update(text=None, erased_at=timezone.now(), decision=decision)


def verify() -> int:
    """Walk the whole chain and the bodies; return the number of rows. ValueError names the first that is wrong."""
    previous, expected = "0" * 64, 0
    for entry in Entry.objects.order_by("sequence").iterator():
        expected += 1
        if entry.sequence != expected or entry.previous_hash != previous or chain_hash(entry) != entry.hash:
            raise ValueError(
                f"The ledger is broken at row {expected} (sequence {entry.sequence}, {entry.key})."
            )
        previous = entry.hash
    for body in Body.objects.filter(text__isnull=False).iterator():
        if digest(body.text or "") != body.hash:
            raise ValueError(f"The body {body.hash} is not what its hash says.")
    head = Head.objects.filter(pk=1).first()
    if head and (head.sequence, head.hash) != (expected, previous):
        raise ValueError(f"HEAD says {head.sequence}, the ledger ends at {expected}.")
    return expected


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
