"""When an answer was read: where the ledger stood, what had changed last, and what ends next.

All of it is one column of the statement that reads the answer, so that it is the same snapshot. An answer made by
several statements takes it from the first: it then says no more than what all of them saw.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from .statements import fetch

SETTLING: Final = timedelta(seconds=30)
"""Longer than any transaction of the publisher: a batch takes one, and some on a machine that has no rest."""

# Ends are those of all that is public: what is listed, counted or joined beside others goes by the clock as well.
MOMENT: Final = """ARRAY[
  (SELECT sequence FROM publishing_head),
  extract(epoch FROM greatest((SELECT changed_at FROM publishing_head),
    (SELECT max(visible_until) FROM publishing_current WHERE visible_until <= statement_timestamp()))),
  extract(epoch FROM (
    SELECT min(visible_until) FROM publishing_current WHERE visible_until > statement_timestamp())),
  extract(epoch FROM statement_timestamp())]::float8[]"""


@dataclass(frozen=True, slots=True)
class Moment:
    """`sequence`: the last entry that the answer knows of. `changed_at`: when anything public changed last.

    `until`: when the next public thing ends; past it the answer may say too much. `now`: the database's clock.
    """

    sequence: int
    changed_at: datetime | None
    until: datetime | None
    now: datetime

    @classmethod
    def of(cls, column: list[float | None]) -> Moment:
        """The column that `MOMENT` selects."""
        sequence, changed_at, until, now = column
        return cls(int(sequence or 0), _time(changed_at), _time(until), _time(now) or datetime.now(UTC))

    @property
    def state(self) -> tuple[object, ...]:
        """All that an answer hangs on that says nothing else of the time: while this is the same, so is the answer."""
        return self.sequence, self.changed_at, self.until

    @property
    def modified_at(self) -> datetime | None:
        """What Last-Modified says: a time before `settled_at` while that isn't known, which will be out of date."""
        return self.settled_at or self.changed_at

    @property
    def settled_at(self) -> datetime | None:
        """The full second from which on nothing has changed; None when nothing ever did, or too lately to be sure.

        A change is public some time after it was dated: when its transaction ends.
        """
        if self.changed_at is None:
            return None
        settled = (self.changed_at + SETTLING).replace(microsecond=0) + timedelta(seconds=1)
        return settled if settled <= self.now else None

    def no_later_than(self, until: datetime) -> Moment:
        """The same for an answer that holds until then at most."""
        return replace(self, until=min(self.until, until) if self.until else until)


def now() -> Moment:
    """For an answer that is read in some other way: ask before it."""
    return Moment.of(fetch(f"SELECT {MOMENT}", ())[0][0])


def _time(epoch: float | None) -> datetime | None:
    return None if epoch is None else datetime.fromtimestamp(epoch, UTC)
