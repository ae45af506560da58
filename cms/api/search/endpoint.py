"""``search/suggest/``: what to offer while somebody types. Searching itself is a parameter of the lists."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from cms.api.http.responses import respond

from ..endpoint import Endpoint
from ..operations import operation
from ..parameters import SuggestQuery, parse
from ..shapes import Suggestions
from .suggesting import suggest


class Search(Endpoint):
    """Has no list of its own."""

    noun = "search"
    routes: ClassVar[dict[str, str]] = {"suggest/": "suggest_view"}

    @operation(SuggestQuery, lambda endpoint: Suggestions)
    def suggest_view(self, request: HttpRequest) -> HttpResponse:
        """Titles of pages, names of agencies and topics, at most eight."""
        query = parse(SuggestQuery, request.GET)
        return respond(request, suggest(query.q, query.locale))
