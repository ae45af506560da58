"""What was read is kept while nothing public changes: counts, which walk over all that they count, and whole lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from cms.api.moment import Moment

T = TypeVar("T")


class Held(Generic[T]):
    """What was made since the last change, `most` at once; a publication, or something that ends, forgets all of it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._since: tuple[tuple[object, ...], dict[str, T]] = ((), {})

    def get(self, moment: Moment, key: str, make: Callable[[], T]) -> T:
        """What `make` said at this moment's state of the ledger. `key` says what was asked for, letter by letter.

        `moment` is read before anything is made, so that what is kept is no older than it says.
        """
        state = (moment.sequence, moment.changed_at)
        since, known = self._since
        if since == state and key in known:
            return known[key]
        if since != state or len(known) >= self._most:
            known = {}
            self._since = (state, known)
        return known.setdefault(key, make())
