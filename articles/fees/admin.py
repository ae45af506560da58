"""The admin of fee schedules."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import FeeSchedule

LINE = [
    FieldPanel("valid_from"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("free_below"), FieldPanel("first_fee"), FieldPanel("further_page_fee")])],
        heading=_("Amounts"),
        help_text=_(
            "With 10, 50 and 2, nine pages are free, ten cost 50 kr and eleven 52 kr. Write 1, when nothing is free."
        ),
    ),
    FieldPanel("postage_may_be_added"),
    FieldPanel("exemptions"),
    FieldPanel("english_exemptions"),
    MultiFieldPanel(
        [
            FieldPanel("statute"),
            FieldRowPanel([FieldPanel("sfs"), FieldPanel("chapter"), FieldPanel("section")]),
            FieldPanel("url"),
        ],
        heading=_("Legal basis"),
        help_text=_(
            "The statute as it stands in a sentence: avgiftsförordningen. Numbers without §: 15 och 16."
        ),
    ),
    FieldPanel("reviewed_on"),
]
OTHER = [
    FieldRowPanel([FieldPanel("form"), FieldPanel("english_form")]),
    FieldRowPanel([FieldPanel("amount"), FieldPanel("english_amount")]),
    FieldPanel("valid_from"),
]


class FeeScheduleViewSet(SnippetViewSet):
    """Fee schedules in the menu."""

    model = FeeSchedule
    icon = "decimal"
    menu_label = _("Fees")
    menu_order = 50
    menu_hook = "register_website_menu_item"
    list_display = ["name", "english_name"]
    search_fields = ["name", "english_name"]
    search_backend_name = None
    panels = [
        FieldPanel("name"),
        FieldPanel("english_name"),
        InlinePanel(
            "lines",
            panels=LINE,
            heading=_("What an order costs"),
            label=_("fee"),
            min_num=1,
            help_text=_(
                "When the law changes, add a line with its first day. Leave the earlier ones as they are."
            ),
        ),
        InlinePanel(
            "other_fees",
            panels=OTHER,
            heading=_("Other forms"),
            label=_("other fee"),
            help_text=_(
                "Scanned copies, recordings and the like, in words. Nothing is calculated from them."
            ),
        ),
    ]
