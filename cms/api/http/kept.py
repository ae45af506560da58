"""Whole answers, kept in the process while nothing public changes: asked for again they cost the row that says so."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

from cms.api.held import Held
from cms.api.moment import Moment, now

from .packed import Packed

ROOM: Final = 16_000_000
"""Bytes in each process: some hundreds of answers."""


def _size(address: str, packed: Packed) -> int:
    """What it takes about, its compressed forms included, which are made when somebody wants them."""
    return 2 * len(packed.content) + len(packed.keys) + len(address) + 1000


ANSWERS: Final = Held[Packed](ROOM, _size)


def find(request: HttpRequest) -> tuple[Packed, Moment] | None:
    """What this very address answered, and the moment, now, at which it still stands."""
    address = _address(request)
    if address not in ANSWERS:
        return None
    moment = now()
    packed = ANSWERS.find(moment, address)
    return None if packed is None else (packed, moment)


def keep(request: HttpRequest, packed: Packed, moment: Moment) -> None:
    """For whoever asks next; `moment` is that of the reading."""
    ANSWERS.keep(moment, _address(request), packed)


def _address(request: HttpRequest) -> str:
    """As it was written. Nothing else that a request says changes the content."""
    return f"{request.path_info}?{request.META.get('QUERY_STRING', '')}"
