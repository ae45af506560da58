"""``site/``: who the newsroom is, in one language, and its navigation."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpRequest, HttpResponse

from . import answer_types, reading
from .endpoint import Endpoint
from .errors import NotFound
from .http.responses import respond
from .operations import operation
from .parameters import SiteQuery, parse


class SiteSettings(Endpoint):
    """The one site, a document for each language."""

    routes: ClassVar[dict[str, str]] = {"": "detail_view"}

    noun = "site"

    @operation(SiteQuery, lambda _: answer_types.site(), NotFound)
    def detail_view(self, request: HttpRequest) -> HttpResponse:
        """Identity, contact, footer, menu and languages, the notices in force and the audiences."""
        query = parse(SiteQuery, request.GET)
        answer = reading.site(query.locale)
        if answer is None:
            raise NotFound(f"The site has no settings in {query.locale}.")
        return respond(request, answer.cut(query.fields))
