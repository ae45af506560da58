"""What was read is kept while nothing public changes: counts, which walk over all that they count; whole answers."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from cms.api.moment import Moment

T = TypeVar("T")


class Held(Generic[T]):
    """What was made since the last change, by what was asked for, letter by letter; of a size of `most` in all.

    A publication, or something that ends, forgets all of it. So does what finds no room, and is kept in its stead.
    """

    def __init__(self, most: int, size: Callable[[str, T], int] = lambda _key, _made: 1) -> None:
        self._most, self._size, self._used = most, size, 0
        self._since: tuple[object, dict[str, T]] = ((), {})
        self._keeping = Lock()

    def __contains__(self, key: str) -> bool:
        """Whether something is kept that may still stand: else nobody need ask for the moment."""
        return key in self._since[1]

    def find(self, moment: Moment, key: str) -> T | None:
        """What is kept, if it stands at this moment; if not, nothing that is kept does."""
        since, known = self._since
        if since == moment.state:
            return known.get(key)
        with self._keeping:
            self._forget(moment)
        return None

    def keep(self, moment: Moment, key: str, made: T) -> None:
        """`moment` is read before anything is made, so that what is kept is no older than it says."""
        size = self._size(key, made)
        with self._keeping:
            if self._since[0] != moment.state or self._used + size > self._most:
                self._forget(moment)
            if size <= self._most and key not in self._since[1]:
                self._used += size
                self._since[1][key] = made

    def get(self, moment: Moment, key: str, make: Callable[[], T]) -> T:
        """What stands at this moment, made now if it isn't kept."""
        known = self.find(moment, key)
        if known is None:
            known = make()
            self.keep(moment, key, known)
        return known

    def _forget(self, moment: Moment) -> None:
        self._since, self._used = (moment.state, {}), 0
