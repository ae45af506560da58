"""The admin of audiences."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.snippets.views.snippets import ReorderView, SnippetViewSet

from cms.publishing.marks import NOW, hurry, mark_all

from .models import Audience


class OrderInLanguage(ReorderView):
    """Moves an audience among those of its language, which are what the list shows."""

    def get_queryset(self) -> QuerySet:
        """The audiences that it is moved among."""
        language = Audience.objects.filter(pk=self.kwargs["pk"]).values("locale")
        among: QuerySet = super().get_queryset().filter(locale__in=language)
        return among

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Move it. The others are moved without a signal, so all are marked here."""
        response: HttpResponse = super().post(request, *args, **kwargs)
        mark_all([f"audience:{pk}" for pk in self.get_queryset().values_list("pk", flat=True)], NOW)
        hurry()
        return response


class AudienceViewSet(SnippetViewSet):
    """Audiences in the menu, in the order in which readers see them."""

    model = Audience
    icon = "crosshairs"
    menu_label = _("Audiences")
    menu_order = 30
    menu_hook = "register_website_menu_item"
    ordering = "sort_order"
    sort_order_field = "sort_order"
    reorder_view_class = OrderInLanguage
    list_display = ["name", "intro", "locale"]
    search_fields = ["name", "intro"]
    search_backend_name = None
    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=None),
        FieldPanel("intro"),
        FieldPanel("paths"),
        FieldPanel("slug"),
    ]
