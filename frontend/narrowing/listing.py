"""A list and its counts in one request, narrowed as the address says."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import Request

from frontend.cms import CMS, Document, Params
from frontend.errors import Refused
from frontend.language import Language
from frontend.narrowing.asked import Asked, read
from frontend.narrowing.narrowed import narrowed
from frontend.paging import Paging, counted, page_of
from frontend.services import services

SIZE = 20
LONGEST = 200  # characters that the API looks for
NEWEST: Final[Params] = {"type": "articles.PressReleasePage", "order": "-published_at"}
"""Press, the latest first."""
REFUSED: Document = {"meta": {"total_count": 0, "refused": True}, "items": []}

Ask = Callable[..., Awaitable[Document]]


async def press(
    cms: CMS, language: Language, request: Request, name: str, *staying: str, **place: str | int
) -> dict[str, Any]:
    """A page of the press at a place, the newest first. Raises NotFound for what isn't there, TooManyRequests."""
    asked = read(request, language, name, staying)
    paging = page_of(request, language.page_parameter, SIZE, asked.kept)
    count(request, asked)
    return shown(asked, paging, await found(cms.pages, asked, paging, **NEWEST, **place))


def count(request: Request, asked: Asked) -> None:
    """Looking for words is what costs. Raises TooManyRequests."""
    if asked.words:
        services(request).api_limits.count_search(request)


async def found(ask: Ask, asked: Asked, paging: Paging, **place: str | int) -> Document:
    """The CMS's answer. More words than it looks for find nothing, and are told apart in `meta`."""
    if len(asked.words) > LONGEST:
        return REFUSED
    counts = {"facets": asked.facets} if asked.facets else {}
    part = {"locale": asked.language.code, "limit": paging.size, "offset": paging.offset}
    try:
        return await ask(**place, **asked.params, **counts, **part)
    except Refused:
        if asked.words and paging.number == 1:
            return REFUSED
        raise


def shown(asked: Asked, paging: Paging, listed: Document) -> dict[str, Any]:
    """What templates show of it. Raises NotFound for a page past the last, and for a slug that is nothing's."""
    meta = listed["meta"]
    return {
        "items": listed["items"],
        "paging": counted(paging, meta["total_count"]),
        "narrowed": narrowed(asked, meta),
    }
