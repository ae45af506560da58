"""The admin of contacts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Contact


class ContactFilters(WagtailFilterSet):
    """By language, and by when they end."""

    class Meta:
        model = Contact
        fields = ["locale", "valid_until"]


class ContactViewSet(SnippetViewSet):
    """Contacts in the menu, in alphabetical order."""

    model = Contact
    icon = "user"
    menu_label = _("Contacts")
    menu_order = 430
    add_to_admin_menu = True
    ordering = "sort_key"
    list_display = ["name", "role", "phone", "email", "valid_until", "locale"]
    list_per_page = 50
    filterset_class = ContactFilters
    search_fields = ["name", "role", "email", "phone"]
    search_backend_name = None
    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("phone"),
        FieldPanel("email"),
        FieldPanel("hours"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")])],
            heading=_("When the contact is shown"),
        ),
    ]
