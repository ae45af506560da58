"""How much one visitor may ask for, without keeping who the visitor is.

An address is hashed with a salt that lives in memory for a day and is then forgotten; nothing is written anywhere.
"""

import math
import secrets
import time
from collections.abc import Callable
from hashlib import blake2b
from ipaddress import ip_address, ip_network

from starlette.requests import Request

MINUTE = 60.0
HOUR = 3600.0
DAY = 24 * HOUR
IPV6_HOME = 64  # bits that one household or office has of its own
MOST_VISITORS = 100_000  # in a period; those beyond aren't counted


class VisitorLimit:
    """At most `most` times in each period of so many `seconds`, from one address."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._salted_at = self._begun_at = clock()
        self._salt = secrets.token_bytes(16)
        self._counts: dict[bytes, int] = {}

    def allows(self, address: str) -> bool:
        """Count one more from this address; false when that is too many."""
        self._turn()
        key = blake2b(household(address).encode(), key=self._salt, digest_size=16).digest()
        if key not in self._counts and len(self._counts) >= MOST_VISITORS:
            return True
        self._counts[key] = self._counts.get(key, 0) + 1
        return self._counts[key] <= self._most

    def wait(self) -> int:
        """Whole seconds until the next period begins."""
        return max(1, math.ceil(self._begun_at + self._seconds - self._clock()))

    def _turn(self) -> None:
        """Begin a new period, and each day with a new salt."""
        now = self._clock()
        if now - self._begun_at >= self._seconds:
            self._counts, self._begun_at = {}, now
        if now - self._salted_at >= DAY:
            self._counts, self._salt, self._salted_at = {}, secrets.token_bytes(16), now


def household(address: str) -> str:
    """The address, or the network of an IPv6 address, of which a visitor has as many as there are stars."""
    try:
        known = ip_address(bare(address))
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    # A socket that listens for both kinds writes an IPv4 address as an IPv6 one.
    return str(known.ipv4_mapped or ip_network((int(known), IPV6_HOME), strict=False))


def bare(address: str) -> str:
    """Without the port that some proxies write after it, which would be another visitor each time."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def address_of(request: Request, proxies: int) -> str:
    """The visitor's address: what the outermost of our own proxies saw, each of which adds to X-Forwarded-For."""
    nearest = request.client.host if request.client else ""
    # Some proxies add a line of their own: all of them count, or a visitor's own line would be taken for the proxy's.
    said = ",".join(request.headers.getlist("X-Forwarded-For"))
    seen = [part.strip() for part in said.split(",") if part.strip()] + [nearest]
    return seen[-1 - proxies] if len(seen) > proxies else nearest
