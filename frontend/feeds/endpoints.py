"""What answers the addresses of feeds."""

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from frontend.answers import held, latest
from frontend.feeds import atom as atom_format
from frontend.feeds import json_feed as json_format
from frontend.feeds.feed import feed

STARTED: Final = format_datetime(datetime.now(UTC), usegmt=True)
"""Another version of this program may write the same entries in another way."""


async def atom(request: Request) -> Response:
    """As Atom."""
    made, changed = await feed(request)
    kind = f"{atom_format.TYPE}; charset=utf-8"
    return held(request, atom_format.atom(made), kind, latest(STARTED, changed) if changed else "")


async def json_feed(request: Request) -> Response:
    """As JSON Feed."""
    made, changed = await feed(request)
    kind = f"{json_format.TYPE}; charset=utf-8"
    return held(request, json_format.json_feed(made), kind, latest(STARTED, changed) if changed else "")
