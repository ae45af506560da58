"""``pages/``: the list, one page, and the page at a path."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import answer_types, reading
from .elsewhere import elsewhere
from .endpoint import Endpoint
from .errors import IsGone, NotFound
from .http.responses import Answer, respond
from .lists.listing import pages
from .lists.parameters import PageList
from .operations import operation
from .parameters import Detail, FindPage, parse
from .spelling import exact


class Pages(Endpoint):
    """Every public page, of any type."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view", "find/": "find_view"}

    noun = "page"

    @operation(PageList, lambda _: answer_types.page_listing())
    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Cards, newest first unless `order` says otherwise."""
        return respond(request, pages(parse(PageList, request.GET)))

    @operation(Detail, lambda _: answer_types.page(), NotFound)
    def detail_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One page with all that a frontend needs to show it."""
        query = parse(Detail, request.GET)
        return respond(request, _page(pk).cut(query.fields))

    @operation(FindPage, lambda _: answer_types.found(), NotFound, IsGone)
    def find_view(self, request: HttpRequest) -> HttpResponse:
        """The page with an id; or what stands at a path: the page itself, or where it went."""
        query = parse(FindPage, request.GET)
        if query.id is not None:
            return respond(request, _page(query.id).cut(query.fields))
        path = exact(query.html_path or "")
        found = reading.page_by_path(path)
        return respond(request, found.cut(query.fields) if found else elsewhere(path))


def _page(pk: int) -> Answer:
    answer = reading.page_by_key(f"page:{pk}")
    if answer is None:
        raise NotFound(f"No page with id {pk} is published.")
    return answer
