"""The delivery API as the site sees it: documents come out, or one of the errors in errors.py."""

import asyncio
import re
from json import JSONDecodeError
from typing import Any
from urllib.parse import quote

import httpx

from frontend.errors import CMSBroken, CMSUnreachable, Gone, Moved, NotFound, Refused
from frontend.logs import REQUEST_ID

Document = dict[str, Any]
Params = dict[str, str | int]


class CMS:
    """Reads documents. One call takes at most `timeout` seconds, whatever the CMS does."""

    def __init__(self, client: httpx.AsyncClient, api_url: str, timeout: float) -> None:
        self._client = client
        self._api_url = api_url
        self._timeout = timeout

    async def page_at(self, path: str) -> Document:
        """The page with this address on the visitor site. Raises NotFound, Gone or Moved."""
        return typed(await self._get("pages/find/", {"html_path": quote(path)}))

    async def agency_with(self, slug: str, locale: str) -> Document:
        """The agency with this slug. Raises NotFound, Gone or, with its address in the language, Moved."""
        return typed(await self._get("agencies/find/", {"slug": slug, "locale": locale}))

    async def pages(self, **filters: str | int) -> Document:
        """A list of pages: `meta.total_count` and `items`."""
        return listed(await self._get("pages/", filters))

    async def pages_and_last_change(self, **filters: str | int) -> tuple[Document, str]:
        """Such a list, and when anything in the newsroom changed last: an HTTP date, empty if nothing did."""
        response = await self._answer("pages/", filters)
        return listed(read(response)), response.headers.get("Last-Modified", "")

    async def agencies(self, **filters: str | int) -> Document:
        """A list of agencies in the CMS's own order, the Swedish alphabet."""
        return listed(await self._get("agencies/", filters))

    async def topics(self, **filters: str | int) -> Document:
        """A list of topics, in the same order."""
        return listed(await self._get("topics/", filters))

    async def audiences(self, **filters: str | int) -> Document:
        """A list of audiences, in the editor's order."""
        return listed(await self._get("audiences/", filters))

    async def contacts(self, **filters: str | int) -> Document:
        """A list of those whom journalists can call today, in alphabetical order."""
        return listed(await self._get("contacts/", filters))

    async def suggestions(self, words: str, locale: str) -> Document:
        """Pages, agencies and topics whose names go on as the words begin."""
        return listed(await self._get("search/suggest/", {"q": words, "locale": locale}))

    async def sitemap(self, part: int | None = None) -> Document:
        """The public addresses of a part; without one, only which parts there are."""
        return listed(await self._get("sitemap/", {} if part is None else {"part": part}))

    async def quote(self, schedule: int, pages: str) -> Document:
        """What so many pages cost by a fee schedule. Raises Refused for what is no number, NotFound without a fee."""
        return typed(await self._get(f"fee-schedules/{schedule}/quote/", {"pages": pages}))

    async def site(self, locale: str) -> Document:
        """What stands on every page: name, contact, navigation."""
        return typed(await self._get("site/", {"locale": locale}))

    async def _get(self, path: str, params: Params) -> Document:
        return read(await self._answer(path, params))

    async def _answer(self, path: str, params: Params) -> httpx.Response:
        # Plain: the CMS is near, and compressing would cost it more than the wire does.
        headers = {
            "Accept": "application/json", "Accept-Encoding": "identity", "X-Request-ID": REQUEST_ID.get(),
        }  # fmt: skip
        try:
            # httpx limits each read; this limits the sum of them, against an answer that drips.
            async with asyncio.timeout(self._timeout):
                return await self._client.get(self._api_url + path, params=params, headers=headers)
        except (TimeoutError, httpx.TransportError) as error:
            raise CMSUnreachable(f"{path}: {type(error).__name__} {error}") from error
        except httpx.DecodingError as error:
            raise CMSBroken(f"{path}: {error}") from error


def read(response: httpx.Response) -> Document:
    """The document of an answer, or the error that its status means."""
    document = decoded(response)
    match response.status_code:
        case 200:
            return document
        case 400:
            raise Refused(str(document.get("detail")))
        case 404:
            raise NotFound(str(document.get("detail")))
        case 410:
            raise Gone(document)
    raise CMSBroken(f"{response.url.path}: {response.status_code}")


def decoded(response: httpx.Response) -> Document:
    """The JSON object of an answer: a 404 made of HTML comes from a wrong address, not from the CMS.

    What went wrong is logged, so the address is told without what a visitor asked for.
    """
    try:
        document = response.json()
    except (JSONDecodeError, UnicodeDecodeError) as error:
        raise CMSBroken(f"{response.url.path}: {response.status_code} without JSON") from error
    if not isinstance(document, dict):
        raise CMSBroken(f"{response.url.path}: not an object")
    return document


def typed(document: Document) -> Document:
    """The document, if it says its type; a redirect document is raised as Moved."""
    meta = document.get("meta")
    if not isinstance(meta, dict) or not isinstance(meta.get("type"), str):
        raise CMSBroken("a document without meta.type")
    if meta["type"] == "redirect":
        raise Moved(location_of(document), permanent=document.get("permanent") is True)
    return document


def location_of(redirect: Document) -> str:
    """Where a redirect leads: a path on this host, or an http address that an editor chose."""
    location = redirect.get("location")
    if not isinstance(location, str) or not re.match(r"/(?![/\\])|https?://", location):
        raise CMSBroken(f"a redirect to {location!r}")
    return location


def listed(document: Document) -> Document:
    """The document, if it is a list with a count."""
    meta, items = document.get("meta"), document.get("items")
    if (
        not isinstance(items, list)
        or not isinstance(meta, dict)
        or not isinstance(meta.get("total_count"), int)
    ):
        raise CMSBroken("a list without meta.total_count or items")
    return document
