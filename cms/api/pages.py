"""``pages/``: the list, one page, and the page at a path."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import reading
from .endpoint import Endpoint
from .errors import NotFound
from .lists import pages
from .parameters import FindPage, PageList, Query, parse
from .paths import elsewhere, normal
from .responses import answer, listing


class Pages(Endpoint):
    """Every public page, of any type."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view", "find/": "find_view"}

    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Cards, newest first unless `order` says otherwise."""
        query = parse(PageList, request.GET)
        part = pages(query)
        return answer(request, listing(part.total, part.items, next_after=part.next_after))

    def detail_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One page with all that a frontend needs to show it."""
        parse(Query, request.GET)
        text = reading.page_by_key(f"page:{pk}")
        if text is None:
            raise NotFound(f"No page with id {pk} is published.")
        return answer(request, text)

    def find_view(self, request: HttpRequest) -> HttpResponse:
        """What stands at a path: the page itself, or where it went (`elsewhere`)."""
        path = normal(parse(FindPage, request.GET).html_path)
        return answer(request, reading.page_by_path(path) or elsewhere(path))
