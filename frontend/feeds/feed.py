"""A feed: one page of a narrowed list of press, with all that its formats say of it."""

from asyncio import gather
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.errors import NotFound
from frontend.feeds.entries import Entry, entry
from frontend.language import Language, language_at
from frontend.narrowing.asked import Asked, read
from frontend.narrowing.listing import NEWEST, SIZE, count, found, shown
from frontend.narrowing.telling import titled
from frontend.origin import origin_of
from frontend.paging import Paging, page_of
from frontend.services import services

NEVER = "1970-01-01T00:00:00Z"
"""When a feed in which nothing has been published yet was updated."""


@dataclass(frozen=True)
class Feed:
    """`id` is the same on each page of the feed and in each format, and on any host."""

    id: str
    title: str
    subtitle: str
    language: Language
    site: Document
    origin: str
    home: str
    paging: Paging
    entries: list[Entry]

    @property
    def updated(self) -> str:
        """When the latest change that matters was made in an entry of this page."""
        return max((entry.updated for entry in self.entries), default=NEVER, key=_moment)

    def address(self, number: int) -> str:
        """A page of the feed, by its number."""
        return f"{self.origin}{self.paging.address(number)}"


async def feed(request: Request) -> tuple[Feed, str]:
    """The feed at an address, and when anything in the newsroom changed last. Raises NotFound, TooManyRequests."""
    s, language = services(request), language_at(request.scope["path"])
    asked = _chosen(read(request, language, "feed"))
    paging = page_of(request, language.page_parameter, SIZE, asked.kept)
    count(request, asked)
    (listed, changed), site = await gather(_listed(s.cms, asked, paging), s.sites.get(language.code))
    context = shown(asked, paging, listed)
    if context["narrowed"].refused:
        raise NotFound("more words than are searched for")
    origin = origin_of(site)
    items = [item for item in context["items"] if item.get("published_at")]
    made = Feed(
        id=uuid5(NAMESPACE_URL, f"{site['meta']['uid']}?{urlencode(sorted(asked.params.items()))}").urn,
        title=titled(asked, context["narrowed"].names, site["name"]),
        subtitle=site.get("tagline", ""),
        language=language,
        site=site,
        origin=origin,
        home=site["meta"]["html_url"],
        paging=context["paging"],
        # Twenty whole texts: meanwhile others are answered.
        entries=await run_in_threadpool(
            lambda: [entry(item, language, s.renderer, origin) for item in items]
        ),
    )
    return made, changed


def _chosen(asked: Asked) -> Asked:
    """With the filters alone that are used: a feed offers no others, so nobody need count them."""
    return replace(asked, filters=tuple(each for each in asked.filters if each.name in asked.chosen))


async def _listed(cms: CMS, asked: Asked, paging: Paging) -> tuple[Document, str]:
    """Whole documents in one request."""
    changed = ""

    async def ask(**filters: str | int) -> Document:
        nonlocal changed
        listed, changed = await cms.pages_and_last_change(**filters)
        return listed

    return await found(ask, asked, paging, **NEWEST, fields="*"), changed


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
