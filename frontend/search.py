"""The search page: all of the site in one language, narrowed as the address says."""

from asyncio import gather
from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.feeds.addresses import feeds_of
from frontend.language import Language
from frontend.narrowing.asked import Asked, read
from frontend.narrowing.listing import SIZE, count, found, shown
from frontend.paging import Paging, page_of

THINGS = ("agencies.Agency", "articles.Topic")
LONGEST_NAME = 100  # characters of which the API knows how names begin
MOST_TOPICS = 100


async def search(cms: CMS, language: Language, request: Request) -> dict[str, Any]:
    """What was found, or, where nothing was asked or found, the topics. Raises NotFound, TooManyRequests."""
    asked = read(request, language, "search", ("words",))
    paging = page_of(request, language.page_parameter, SIZE, asked.kept)
    if not asked.words:
        return {"asked": asked, "topics": await _topics(cms, language)}
    count(request, asked)
    listed, things = await gather(found(cms.pages, asked, paging), _things(cms, asked, paging))
    context = {"asked": asked, "things": things, "topics": [], "suggestion": listed["meta"].get("suggestion")}
    context |= shown(asked, paging, listed) | {"feeds": feeds_of(asked)}
    return context if listed["items"] else context | {"topics": await _topics(cms, language)}


async def _things(cms: CMS, asked: Asked, paging: Paging) -> list[Document]:
    """Agencies and topics that are called so, above the first hits."""
    if (
        paging.number > 1
        or asked.removable
        or len(asked.words) > LONGEST_NAME
        or not asked.words.isprintable()
    ):
        return []
    named = await cms.suggestions(asked.words, asked.language.code)
    return [item for item in named["items"] if item.get("type") in THINGS]


async def _topics(cms: CMS, language: Language) -> list[Document]:
    topics: list[Document] = (await cms.topics(locale=language.code, limit=MOST_TOPICS))["items"]
    return topics
