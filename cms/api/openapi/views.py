"""``openapi.json``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse

from cms.api import moment
from cms.api.endpoint import Endpoint
from cms.api.http.responses import Answer, respond
from cms.api.operations import operation
from cms.api.parameters import Query, parse

from .document import describe


class OpenApi(Endpoint):
    """The API described, in OpenAPI 3.1, for programs that make types, clients and documentation of it."""

    routes: ClassVar[dict[str, str]] = {"": "detail_view"}
    noun = "openapi"

    @operation(Query, lambda _: dict[str, Any])
    def detail_view(self, request: HttpRequest) -> HttpResponse:
        """This description."""
        parse(Query, request.GET)
        return respond(request, Answer(text(), moment.now()))


@cache
def text() -> str:
    """The description, made once a process."""
    from cms.api.urls import surface

    return json.dumps(describe(surface), ensure_ascii=False, separators=(",", ":"))
