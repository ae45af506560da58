"""Every address of the site for search engines, with its translations and when it changed in a way that matters.

A small site is one file. A large one is an index of parts, those of the delivery API: a page stays in its part.
"""

from asyncio import gather
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from frontend.answers import held
from frontend.cms import Document
from frontend.errors import NotFound
from frontend.language import DEFAULT, LANGUAGES
from frontend.origin import origin_of
from frontend.services import Services, services
from frontend.xml import add, document, root

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
TYPE: Final = "application/xml; charset=utf-8"
THINGS: Final = 0
"""The part with what is no page: things, and the lists of them, which only this site knows of."""
SMALL: Final = 5000
"""Addresses of a site that needs no index; search engines take ten times as many in a file."""

Item = dict[str, Any]


async def sitemap(request: Request) -> Response:
    """All of it, or where its parts are. Raises TooManyRequests."""
    s = services(request)
    s.api_limits.count_search(request)
    listed, site = await gather(s.cms.sitemap(), s.sites.get(DEFAULT.code))
    parts = {part["part"]: part for part in ({"part": THINGS}, *listed["meta"]["parts"])}
    if listed["meta"]["total_count"] > SMALL:
        return held(request, _index(origin_of(site), parts.values()), TYPE)
    items = [item for found in await gather(*(_items(s, number, site) for number in parts)) for item in found]
    return held(request, await run_in_threadpool(_addresses, origin_of(site), items), TYPE)


async def sitemap_part(request: Request) -> Response:
    """A part of it. Raises NotFound, TooManyRequests."""
    s, number = services(request), request.path_params["number"]
    s.api_limits.count_search(request)
    site = await s.sites.get(DEFAULT.code)
    items = await _items(s, number, site)
    if not items:
        raise NotFound(f"part {number}")
    return held(request, await run_in_threadpool(_addresses, origin_of(site), items), TYPE)


async def _items(s: Services, number: int, site: Document) -> list[Item]:
    items: list[Item] = (await s.cms.sitemap(number))["items"]
    return [*_lists(site), *items] if number == THINGS else items


def _lists(site: Document) -> Iterator[Item]:
    """The lists of agencies, topics and audiences in each public language."""
    public = [LANGUAGES[each["locale"]] for each in site["locales"] if each["locale"] in LANGUAGES]
    for name in ("agencies_path", "topics_path", "audiences_path"):
        for language in public:
            others = [
                {"locale": other.code, "url": getattr(other, name)} for other in public if other != language
            ]
            yield {"url": getattr(language, name), "locale": language.code, "alternates": others}


def _index(origin: str, parts: Iterable[Item]) -> bytes:
    top = root("sitemapindex", NAMESPACE)
    for part in parts:
        made = add(top, "sitemap")
        add(made, "loc", f"{origin}/sitemap-{part['part']}.xml")
        if part.get("updated_at"):
            add(made, "lastmod", part["updated_at"])
    return document(top)


def _addresses(origin: str, items: Iterable[Item]) -> bytes:
    top = root("urlset", NAMESPACE, **{"xmlns:xhtml": "http://www.w3.org/1999/xhtml"})
    for item in items:
        made = add(top, "url")
        add(made, "loc", origin + quote(item["url"]))
        if item.get("updated_at"):
            add(made, "lastmod", item["updated_at"])
        for code, path in _translations(item):
            href = origin + quote(path)
            add(made, "xhtml:link", attributes={"rel": "alternate", "hreflang": code, "href": href})
    return document(top)


def _translations(item: Item) -> list[tuple[str, str]]:
    """As in the head of the page (frontend.head.links): each language, itself among them, and one for all others."""
    if not item["alternates"]:
        return []
    every = [(each["locale"], each["url"]) for each in (item, *item["alternates"])]
    found = sorted(every, key=lambda each: each[0] != DEFAULT.code)
    return [*found, ("x-default", found[0][1])]
