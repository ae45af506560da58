"""``agencies/``: the list in Swedish order, one agency, and the agency with a slug."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import reading
from .endpoint import Endpoint
from .errors import NotFound
from .filters import visible
from .parameters import FindAgency, Paging, Query, parse
from .paths import renamed
from .responses import answer, listing


class Agencies(Endpoint):
    """Every agency that the newsroom names."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view", "find/": "find_view"}

    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Cards in alphabetical order."""
        query = parse(Paging, request.GET)
        found = visible().filter(key__startswith="agency:").order_by("sort_key", "key")
        cards = found.values_list("card", flat=True)[query.offset : query.offset + query.limit]
        return answer(request, listing(found.count(), list(cards)))

    def detail_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One agency."""
        parse(Query, request.GET)
        text = reading.body_by_key(f"agency:{pk}")
        if text is None:
            raise NotFound(f"No agency with id {pk} is published.")
        return answer(request, text)

    def find_view(self, request: HttpRequest) -> HttpResponse:
        """The agency with a slug, or a redirect from a slug that it had."""
        slug = parse(FindAgency, request.GET).slug
        text = reading.body_by_term("agency", f"slug:{slug}")
        return answer(request, text or renamed("agency", slug))
