"""The admin of promos."""

from __future__ import annotations

from django.forms import Textarea
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from home.periods import PERIOD, STANDING_COLUMN, PeriodFilters

from .models import Promo


class PromoFilters(PeriodFilters):
    class Meta:
        model = Promo
        fields = ["standing", "audience", "locale"]


class PromoViewSet(SnippetViewSet):
    """Promos in the menu, the newest first."""

    model = Promo
    icon = "pick"
    menu_label = _("Promos")
    menu_order = 40
    menu_hook = "register_website_menu_item"
    list_display = ["title", STANDING_COLUMN, "audience", "start", "end", "locale"]
    search_fields = ["title", "text", "url"]
    search_backend_name = None
    filterset_class = PromoFilters
    panels = [
        FieldPanel("title"),
        FieldPanel("text", widget=Textarea(attrs={"rows": 3})),
        FieldPanel("url"),
        FieldPanel("picture"),
        FieldPanel("audience"),
        PERIOD,
    ]
