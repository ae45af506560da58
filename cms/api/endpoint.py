"""What every resource shares: it is read-only, open, and knows no users."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from rest_framework.viewsets import ViewSet

from cms.publishing.models import Current

from .http import problems, sharing


class Endpoint(ViewSet):
    """A resource of the API; `routes` gives its addresses below its own name and the method that answers each.

    `noun` is what one of its things is called.
    """

    model: ClassVar[type[models.Model]] = Current
    routes: ClassVar[dict[str, str]]
    noun: ClassVar[str]

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        """As the router of API v2 asks for them."""
        # Reading is one statement: a transaction around it would be two more.
        return [
            path(route, non_atomic_requests(cls.as_view({"get": view})), name=view.removesuffix("_view"))
            for route, view in cls.routes.items()
        ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The method's answer. What the framework does before and after is for users, bodies and other formats.

        It is JSON whatever Accept says (RFC 9110, 12.5.1): a client that wants something else sees what there is.
        """
        asked = (request.method or "").lower()
        known = asked if asked in ("get", "head", "options") else "http_method_not_allowed"
        try:
            response: HttpResponse = getattr(self, known)(request, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 (each is answered as a problem, a fault of ours is logged)
            return problems.handle(error, {"request": request})
        return response

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """Which methods there are; also what a browser asks before it reads from another origin."""
        return sharing.allowed()
