"""The registrar's place on the admin's first page: the requests that wait for an answer."""

from __future__ import annotations

from typing import Any, Final

from wagtail.admin.ui.components import Component

from .models import DocumentRequest, Status

SHOWN: Final = 10
"""Requests on the first page; the list has all."""


class RequestsPanel(Component):
    """The oldest first, since a request is to be answered promptly; that nothing waits is said too."""

    name = "requests"
    template_name = "disclosure/requests_panel.html"
    order = 65

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The requests, and how many there are beside those shown."""
        waiting = DocumentRequest.objects.exclude(status=Status.ANSWERED).order_by("received_at", "pk")
        return {"waiting": waiting[:SHOWN], "count": waiting.count()}
