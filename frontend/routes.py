"""Every address of the site on one screen, and what answers it. No route catches an error."""

from asyncio import gather
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from frontend.answers import html, personal
from frontend.blocks import answered
from frontend.cms import Document
from frontend.error_pages import answer_error, redirect
from frontend.errors import TABLE, Moved, NotFound
from frontend.feeds.endpoints import atom, json_feed
from frontend.forms.submission import submit
from frontend.indexing.news import news_sitemap
from frontend.indexing.opensearch import description, suggestions
from frontend.indexing.robots import robots
from frontend.indexing.sitemap import sitemap, sitemap_part
from frontend.language import LANGUAGES, language_at
from frontend.narrowing.asked import read
from frontend.narrowing.listing import count, found, shown
from frontend.pages import load
from frontend.paging import page_of
from frontend.search import search as find
from frontend.services import services
from frontend.stems import stem

A_PAGE = 100


async def page(request: Request) -> Response:
    """Whatever the CMS has published at this address."""
    path, query = request.scope["path"], request.scope["query_string"].decode("latin-1")
    if "\\" in path:
        raise NotFound(path)
    if not path.endswith("/") and not path.startswith("//"):  # a redirect to //x/ would lead to another host
        raise Moved(f"{quote(path)}/" + (f"?{query}" if query else ""), permanent=True)
    return await document(request, services(request).cms.page_at(path))


async def agency(request: Request) -> Response:
    """An agency and its press."""
    language = language_at(request.scope["path"])
    return await document(
        request, services(request).cms.agency_with(request.path_params["slug"], language.code)
    )


async def document(request: Request, asked: Any) -> Response:
    """The page of a document; the site document is asked for at the same time."""
    s, language = services(request), language_at(request.scope["path"])
    found, site = await gather(asked, s.sites.get(language.code))
    found, context = await gather(
        answered(found, s.cms, language, request),
        load(stem(found["meta"]["type"]), s.cms, found, language, request),
    )
    text = s.renderer.document(found, language, site=site, **context)
    return personal(text) if context.get("personal") else html(request, text)


async def agencies(request: Request) -> Response:
    """All agencies."""
    return await directory(request, "agencies", services(request).cms.agencies)


async def topics(request: Request) -> Response:
    """All topics in the language."""
    return await directory(request, "topics", services(request).cms.topics)


async def search(request: Request) -> Response:
    """What was found in all of the site, or the form alone."""
    s, language = services(request), language_at(request.scope["path"])
    context, site = await gather(find(s.cms, language, request), s.sites.get(language.code))
    return html(request, s.renderer.template("search.html", language, site=site, **context))


async def audiences(request: Request) -> Response:
    """Who the reader may be."""
    return await directory(request, "audiences", services(request).cms.audiences)


async def directory(request: Request, name: str, ask: Callable[..., Awaitable[Document]]) -> Response:
    """A list in the CMS's own order, 100 a page."""
    s, language = services(request), language_at(request.scope["path"])
    asked = read(request, language, name)
    paging = page_of(request, language.page_parameter, A_PAGE, asked.kept)
    count(request, asked)
    listed, site = await gather(found(ask, asked, paging), s.sites.get(language.code))
    text = s.renderer.template(f"lists/{name}.html", language, site=site, **shown(asked, paging, listed))
    return html(request, text)


async def api(request: Request) -> Response:
    """The delivery API, for everyone."""
    s = services(request)
    s.api_limits.count(request)
    return await s.api.answer(request)


async def media(request: Request) -> Response:
    """Pictures and documents."""
    return await services(request).media.answer(request)


async def static(request: Request) -> Response:
    """Stylesheet, font, icon."""
    return services(request).static.answer(request)


async def favicon(request: Request) -> Response:
    """The address that browsers guess."""
    raise Moved(services(request).static.address("icon"), permanent=False)


async def live(request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


async def ready(request: Request) -> Response:
    """The CMS answers too. Raises what the CMS client raises."""
    await services(request).cms.site("sv")
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


class ReadOnly(Route):
    """Answers every method at its address, if only with 405: else the route of forms below would get them."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """In full whenever the address is its own."""
        match, child = super().matches(scope)
        return (Match.FULL if match is Match.PARTIAL else match), child


def compressed(path: str, endpoint: Any, kind: type[Route] = ReadOnly) -> Route:
    """HTML that is read."""
    gzip = Middleware(GZipMiddleware, minimum_size=500)
    return kind(path, endpoint, methods=["GET"], middleware=[gzip])


ROUTES: list[BaseRoute] = [
    ReadOnly("/health/live", live, methods=["GET"]),
    ReadOnly("/health/ready", ready, methods=["GET"]),
    ReadOnly("/robots.txt", robots, methods=["GET"]),
    compressed("/sitemap.xml", sitemap),
    compressed("/sitemap-{number:int}.xml", sitemap_part),
    compressed("/news-sitemap.xml", news_sitemap),
    *(compressed(f"{language.prefix}opensearch.xml", description) for language in LANGUAGES.values()),
    *(compressed(f"{language.prefix}opensearch.json", suggestions) for language in LANGUAGES.values()),
    ReadOnly("/favicon.ico", favicon, methods=["GET"]),
    ReadOnly("/static/{rest:path}", static, methods=["GET"]),
    ReadOnly("/media/{rest:path}", media, methods=["GET"]),
    ReadOnly("/api/v2/{rest:path}", api, methods=["GET", "OPTIONS"]),
    *(compressed(f"{language.prefix}feed.atom", atom) for language in LANGUAGES.values()),
    *(compressed(f"{language.prefix}feed.json", json_feed) for language in LANGUAGES.values()),
    *(compressed(language.agencies_path, agencies) for language in LANGUAGES.values()),
    *(compressed(f"{language.agencies_path}{{slug}}/", agency) for language in LANGUAGES.values()),
    *(compressed(language.topics_path, topics) for language in LANGUAGES.values()),
    *(compressed(language.audiences_path, audiences) for language in LANGUAGES.values()),
    *(compressed(language.search_path, search) for language in LANGUAGES.values()),
    compressed("/{path:path}", page, kind=Route),
    Route("/{path:path}", submit, methods=["POST"]),
]

EXCEPTION_HANDLERS: Mapping[Any, Callable[..., Any]] = {
    Moved: redirect,
    HTTPException: answer_error,
    **dict.fromkeys(TABLE, answer_error),
}
