"""The admin of topics."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Topic


class TopicViewSet(SnippetViewSet):
    """Topics in the menu, in alphabetical order."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 420
    add_to_admin_menu = True
    ordering = "sort_key"
    list_display = ["name", "description", "locale"]
    list_filter = ["locale"]
    list_per_page = 50
    search_fields = ["name", "description"]
    search_backend_name = None
    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=None),
        FieldPanel("description"),
        FieldPanel("slug"),
    ]
