"""Counts are exact, and so they walk over all that they count. They are kept while nothing public changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from .moment import Moment

T = TypeVar("T")

MOST: Final = 1000
"""How many are kept at once: those of some hundred kB at most."""


class Held:
    """What was counted since the last change; a publication, or something that ends, forgets all of it."""

    def __init__(self) -> None:
        self._since: tuple[tuple[object, ...], dict[str, object]] = ((), {})

    def get(self, moment: Moment, key: str, count: Callable[[], T]) -> T:
        """What `count` said at this moment's state of the ledger. `key` says what was counted, letter by letter.

        `moment` is read before anything is counted, so that what is kept is no older than it says.
        """
        state = (moment.sequence, moment.changed_at)
        since, known = self._since
        if since != state or len(known) >= MOST:
            known = {}
            self._since = (state, known)
        if key not in known:
            known[key] = count()
        return known[key]  # type: ignore[return-value]
