"""The admin of agencies."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .deletion import refuse_deletion
from .models import Agency


class AgencyViewSet(SnippetViewSet):
    """Agencies in the menu, in alphabetical order."""

    model = Agency
    icon = "group"
    menu_label = _("Agencies")
    menu_order = 410
    add_to_admin_menu = True
    ordering = "sort_key"
    list_display = ["name", "short_name", "organisation_number", "website", "ended_on"]
    list_per_page = 50
    search_fields = ["name", "short_name", "english_name", "organisation_number"]
    search_backend_name = None
    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=None),
        FieldPanel("short_name"),
        FieldPanel("website"),
        FieldPanel("organisation_number"),
        FieldPanel("description"),
        FieldPanel("logo"),
        MultiFieldPanel(
            [FieldPanel("english_name"), FieldPanel("english_description")], heading=_("In English")
        ),
        MultiFieldPanel(
            [
                InlinePanel(
                    "former_names",
                    panels=[
                        FieldPanel("name"),
                        FieldPanel("until"),
                        FieldPanel("short_name"),
                        FieldPanel("english_name"),
                    ],
                    heading=_("Former names"),
                    label=_("former name"),
                    help_text=_(
                        "Older articles keep the name that the agency had on their date. A name that is used until "
                        "a day to come is still the agency's, until then."
                    ),
                ),
                FieldPanel("ended_on"),
                FieldPanel("successor"),
            ],
            heading=_("History"),
            icon="history",
        ),
        FieldPanel("slug"),
    ]


register_snippet(AgencyViewSet)
# Before the rule for all snippets, which knows nothing of drafts.
hooks.register("before_delete_snippet", refuse_deletion, order=-1)
