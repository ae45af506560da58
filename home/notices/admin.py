"""The admin of notices."""

from __future__ import annotations

from typing import Any

from django.forms import RadioSelect, Textarea
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from home.periods import PERIOD, STANDING_COLUMN, PeriodFilters

from .models import Notice


class NewNotice(CreateView):
    """The form of a new notice; the address may say which kind it is to be."""

    def get_initial(self) -> dict[str, Any]:
        """What the form begins with."""
        return {**super().get_initial(), **{k: v for k, v in self.request.GET.items() if k == "kind"}}


class NoticeFilters(PeriodFilters):
    class Meta:
        model = Notice
        fields = ["standing", "kind", "locale"]


class NoticeViewSet(SnippetViewSet):
    """Notices in the menu, the newest first."""

    model = Notice
    icon = "warning"
    menu_label = _("Notices")
    menu_order = 10
    menu_hook = "register_website_menu_item"
    list_display = ["title", "kind", STANDING_COLUMN, "start", "end", "locale"]
    search_fields = ["title", "text"]
    search_backend_name = None
    filterset_class = NoticeFilters
    add_view_class = NewNotice
    panels = [
        FieldPanel("kind", widget=RadioSelect),
        FieldPanel("title"),
        FieldPanel("text", widget=Textarea(attrs={"rows": 3})),
        PERIOD,
        MultiFieldPanel(
            [FieldPanel("page"), FieldPanel("url"), FieldPanel("link_text")],
            heading=_("Link, if there is one"),
        ),
    ]
