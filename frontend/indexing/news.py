"""The press releases of the last two days in all languages, as Google News has them."""

from asyncio import gather
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from frontend.answers import held
from frontend.cms import Document
from frontend.errors import NotFound
from frontend.indexing.sitemap import NAMESPACE, TYPE
from frontend.language import LANGUAGES
from frontend.narrowing.listing import NEWEST
from frontend.origin import origin_of
from frontend.services import Services, services
from frontend.xml import add, document, root

NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
RECENT: Final = timedelta(hours=48)
MOST: Final = 100
"""In a language; nobody publishes more in two days."""


async def news_sitemap(request: Request) -> Response:
    """What is new. A language that isn't public has nothing."""
    s = services(request)
    told = await gather(*(_told(s, code) for code in LANGUAGES))
    return held(request, _written(told), TYPE)


async def _told(s: Services, code: str) -> tuple[Document, list[Document]]:
    """Who publishes in a language, and what."""
    since = (datetime.now(UTC) - RECENT).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        site, found = await gather(
            s.sites.get(code), s.cms.pages(**NEWEST, locale=code, published_after=since, limit=MOST)
        )
    except NotFound:
        return {}, []
    return site, found["items"]


def _written(told: list[tuple[Document, list[Document]]]) -> bytes:
    top = root("urlset", NAMESPACE, **{"xmlns:news": NEWS})
    for site, items in told:
        for item in items:
            made = add(top, "url")
            add(made, "loc", origin_of(site) + quote(item["url"]))
            news = add(made, "news:news")
            publication = add(news, "news:publication")
            add(publication, "news:name", site["name"])
            add(publication, "news:language", item["meta"]["locale"])
            add(news, "news:publication_date", item["published_at"])
            add(news, "news:title", item["title"])
    return document(top)
