"""``pages/``: the list, one page, and the page at a path."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import reading
from .endpoint import Endpoint
from .errors import NotFound
from .lists import pages
from .parameters import Detail, FindPage, PageList, parse
from .paths import elsewhere, normal
from .responses import respond


class Pages(Endpoint):
    """Every public page, of any type."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view", "find/": "find_view"}

    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Cards, newest first unless `order` says otherwise."""
        return respond(request, pages(parse(PageList, request.GET)))

    def detail_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One page with all that a frontend needs to show it."""
        query = parse(Detail, request.GET)
        answer = reading.page_by_key(f"page:{pk}")
        if answer is None:
            raise NotFound(f"No page with id {pk} is published.")
        return respond(request, answer.cut(query.fields))

    def find_view(self, request: HttpRequest) -> HttpResponse:
        """What stands at a path: the page itself, or where it went (`elsewhere`)."""
        query = parse(FindPage, request.GET)
        path = normal(query.html_path)
        answer = reading.page_by_path(path) or elsewhere(path)
        return respond(request, answer.cut(query.fields))
