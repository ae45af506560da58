"""The admin of requests: a list by status, and a form where the status alone can be changed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from .models import DocumentRequest
from .receipt import as_printed
from .start_panel import RequestsPanel


class LinesPanel(FieldPanel):
    """Text as somebody wrote it, to be read only: its lines stay lines."""

    def format_value_for_display(self, value: Any) -> Any:
        """With line breaks; escaped, since anybody may have written it."""
        return linebreaksbr(value, autoescape=True)


class RequestIndexView(IndexView):
    """Finds a receipt number however it is typed."""

    def search_queryset(self, queryset: Any) -> Any:
        """Requests whose number holds what is searched for."""
        if not self.is_searching:
            return queryset
        return queryset.filter(receipt__contains=as_printed(self.search_query))


class DocumentRequestViewSet(ModelViewSet):
    """For those with the permission to change requests."""

    model = DocumentRequest
    name = "document-requests"
    icon = "mail"
    menu_label = _("Requests for documents")
    menu_order = 510
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = RequestIndexView
    list_display = [
        "receipt",
        Column("get_status_display", label=_("Status"), sort_key="status"),
        Column("get_delivery_display", label=_("How to receive it")),
        DateColumn("received_at", label=_("Received"), sort_key="received_at"),
        DateColumn("answered_at", label=_("Answered"), sort_key="answered_at"),
    ]
    list_filter = ["status"]
    search_fields = ["receipt"]
    search_backend_name = None
    panels = [
        FieldPanel("status"),
        LinesPanel("text", read_only=True),
        MultiFieldPanel(
            [
                FieldPanel("delivery", read_only=True),
                FieldPanel("email", read_only=True),
                LinesPanel("address", read_only=True),
                FieldPanel("contact", read_only=True),
            ],
            heading=_("The answer"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("received_at", read_only=True),
                FieldPanel("answered_at", read_only=True),
                FieldPanel("erased_at", read_only=True),
            ],
            heading=_("Dates"),
        ),
    ]


@hooks.register("construct_homepage_panels")
def add_requests_panel(request: HttpRequest, panels: list[Component]) -> None:
    """For those who answer them."""
    user: Any = request.user
    if user.has_perm("disclosure.change_documentrequest"):
        panels.append(RequestsPanel())


@hooks.register("register_admin_viewset")
def request_viewset() -> ModelViewSet:
    """In the menu below the pages."""
    return DocumentRequestViewSet()
