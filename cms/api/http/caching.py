"""How long an answer may be held, by whom, and under which names it can be thrown out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cms.api.moment import Moment

SHARED: Final = 60
"""Seconds that a shared cache (a CDN) may answer by itself. Readers' own caches ask each time: asking is cheap."""
REVALIDATING: Final = 60
"""Seconds more that it may answer from its copy while it asks for a new one."""
AWAY: Final = 24 * 60 * 60
"""Seconds more that it may when the newsroom doesn't answer."""

NOT_HELD: Final = "no-store"
NOTHING_THERE: Final = "public, max-age=0, s-maxage=10"

LONGEST: Final = 4000
"""Bytes of a Surrogate-Key; servers and CDNs take 8 or 16 kB of headers in all."""
MANY: Final = "many"
"""Stands for the keys that found no room: throw it out together with any other."""


def cache_control(moment: Moment) -> str:
    """What caches may do until the next end of anything public, which no copy outlives.

    A beginning isn't counted: it would tell what isn't public yet, and a copy that is a minute old says nothing wrong.
    """
    left = int((moment.until - moment.now).total_seconds()) if moment.until else 2 * AWAY
    if left < 1:
        return "public, max-age=0, must-revalidate"
    fresh = min(SHARED, left)
    parts = {
        "s-maxage": fresh,
        "stale-while-revalidate": min(REVALIDATING, left - fresh),
        "stale-if-error": min(AWAY, left - fresh),
    }
    return ", ".join(
        ["public, max-age=0", *(f"{name}={seconds}" for name, seconds in parts.items() if seconds)]
    )


def surrogate_key(keys: Iterable[str]) -> str:
    """The keys, each once, as far as they have room; the first are the most telling."""
    kept: list[str] = []
    room = LONGEST - len(MANY)
    for key in dict.fromkeys(keys):
        room -= len(key) + 1
        if room < 0:
            return " ".join([*kept, MANY])
        kept.append(key)
    return " ".join(kept)
