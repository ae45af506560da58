"""How long one part of a long list takes, at its beginning and deep in it: by offset, and on from a cursor."""

import http.client
import json
import time
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

LIST = "/api/v2/pages/?type=articles.PressReleasePage&locale=sv&limit=20"
PARTS = 60


@dataclass(frozen=True)
class Depth:
    """Milliseconds for a part of 20 after `offset` others, each part asked for once: the medians."""

    offset: int
    by_offset: float
    by_cursor: float


def walk(cms: str, offsets: list[int]) -> list[Depth]:
    """One request at a time, over one connection; the first ones, which count the list, are left out."""
    connection = http.client.HTTPConnection(urlsplit(cms).netloc, timeout=60)
    for number in range(20):
        _ask(connection, f"{LIST}&offset={number}")
    return [
        Depth(offset, _by_offset(connection, offset), _by_cursor(connection, offset)) for offset in offsets
    ]


def _by_offset(connection: http.client.HTTPConnection, offset: int) -> float:
    return median(_ask(connection, f"{LIST}&offset={offset + 20 * number + 3}")[0] for number in range(PARTS))


def _by_cursor(connection: http.client.HTTPConnection, offset: int) -> float:
    after, spent = _ask(connection, f"{LIST}&offset={offset + 1}")[1], []
    for _ in range(PARTS):
        milliseconds, after = _ask(connection, f"{LIST}&after={after}")
        spent.append(milliseconds)
        if after is None:
            break
    return median(spent)


def _ask(connection: http.client.HTTPConnection, address: str) -> tuple[float, str | None]:
    """The time, and where the list goes on, if it does. ConnectionError when it is no list."""
    started = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    milliseconds = (time.perf_counter() - started) * 1000
    if answer.status != http.client.OK:
        raise ConnectionError(f"{address}: {body[:300]!r}")
    return milliseconds, json.loads(body)["meta"]["next_after"]
