"""Lists of things that pages name (agencies, topics, …): the list in Swedish order, one by id, one by slug."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import answer_types, reading
from .endpoint import Endpoint
from .errors import NotFound
from .http.responses import respond
from .lists.listing import things
from .lists.parameters import ThingList
from .operations import operation
from .parameters import Detail, FindThing, parse
from .paths import renamed


class Things(Endpoint):
    """The documents of one kind: `source` is the name in their keys."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view", "find/": "find_view"}
    source: ClassVar[str]

    @operation(ThingList, lambda endpoint: answer_types.thing_listing(endpoint.source))
    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Cards in alphabetical order, in one language or in all."""
        return respond(request, things(parse(ThingList, request.GET), self.source))

    @operation(Detail, lambda endpoint: answer_types.thing(endpoint.source), NotFound)
    def detail_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One of them."""
        query = parse(Detail, request.GET)
        answer = reading.body_by_key(f"{self.source}:{pk}")
        if answer is None:
            raise NotFound(f"No {self.noun} with id {pk} is published.")
        return respond(request, answer.cut(query.fields))

    @operation(FindThing, lambda endpoint: answer_types.thing_or_redirect(endpoint.source), NotFound)
    def find_view(self, request: HttpRequest) -> HttpResponse:
        """The one with a slug in a language, or a redirect from a slug that it had."""
        query = parse(FindThing, request.GET)
        answer = reading.body_by_term(self.source, f"slug:{query.slug}", query.locale)
        found = answer or renamed(self.source, query.slug, query.locale)
        return respond(request, found.cut(query.fields))
