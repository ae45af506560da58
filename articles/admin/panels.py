"""The edit forms of articles: panels in the order of work."""

from __future__ import annotations

from typing import Any

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
    TitleFieldPanel,
)


class ChangePanel(MultiFieldPanel):
    """Asks what the change is; shown only on a page that the public reads."""

    def __init__(self, **kwargs: Any) -> None:
        kind = FieldPanel("change_kind", widget=RadioSelect, heading=_("What is your change?"))
        given = {"children": [kind, FieldPanel("change_note")], "heading": _("Change to a published page")}
        super().__init__(**given | {"icon": "history"} | kwargs)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel on one page."""

        def is_shown(self) -> bool:
            """Whether there is anything to ask."""
            return bool(self.instance.pk and self.instance.live and super().is_shown())


TITLE = TitleFieldPanel(
    "title",
    placeholder=_("Headline"),
    heading=_("Headline"),
    help_text=_("What the story is, in one line."),
)
ADDRESS = MultiFieldPanel(
    [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
    heading=_("Web address and search engines"),
)

PRESS_INDEX = [
    TitleFieldPanel("title"),
    FieldPanel("lead"),
    MultipleChooserPanel(
        "pictures",
        chooser_field_name="picture",
        panels=[FieldPanel("picture"), FieldPanel("caption")],
        heading=_("Press pictures"),
        label=_("press picture"),
        icon="image",
        max_num=24,
        help_text=_(
            "Portraits, buildings and other pictures that journalists may download in high resolution "
            "and publish, the most wanted first."
        ),
    ),
]

PRESS_RELEASE = [
    ChangePanel(),
    TITLE,
    FieldPanel("kind", widget=RadioSelect),
    FieldPanel("lead"),
    FieldPanel("body"),
    InlinePanel(
        "agency_links",
        panels=[
            FieldPanel("agency"),
            FieldPanel("role"),
            FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        ],
        heading=_("Agencies"),
        label=_("agency"),
        icon="group",
        help_text=_("The sender first, then those that took part. Readers see them in this order."),
    ),
    MultipleChooserPanel(
        "topic_links",
        chooser_field_name="topic",
        heading=_("Topics"),
        label=_("topic"),
        icon="tag",
        max_num=5,
        help_text=_("What the story is about. Readers find more on the same topic by it."),
    ),
    MultipleChooserPanel(
        "contact_links",
        chooser_field_name="contact",
        heading=_("Contacts"),
        label=_("press contact"),
        icon="user",
        max_num=4,
        help_text=_("Whom journalists can call about this. Each is left out on days when it isn't valid."),
    ),
    FieldPanel("picture"),
    FieldPanel("picture_caption"),
    MultiFieldPanel(
        [FieldPanel("source_agency"), FieldPanel("source_name"), FieldPanel("source_url")],
        heading=_("Source"),
        icon="link",
        help_text=_(
            "Where the information comes from, when it isn't the sender: an agency, or somebody else by name."
        ),
    ),
    InlinePanel(
        "related_pages",
        panels=[PageChooserPanel("page", ["articles.PressReleasePage", "articles.InformationPage"])],
        heading=_("Related pages"),
        label=_("related page"),
        icon="doc-full",
        max_num=6,
        help_text=_("What readers may want next, the most important first."),
    ),
    MultiFieldPanel(
        [FieldPanel("registry_number"), FieldPanel("responsible_unit")],
        heading=_("The case"),
        icon="folder-open-inverse",
    ),
]

INFORMATION = [
    ChangePanel(),
    TITLE,
    FieldPanel("lead"),
    FieldPanel("body"),
    FieldPanel("legal_references"),
    MultipleChooserPanel(
        "audience_links",
        chooser_field_name="audience",
        heading=_("Audiences"),
        label=_("audience"),
        icon="user",
        help_text=_("Those that the page is meant for. It is listed on their pages."),
    ),
    MultiFieldPanel(
        [FieldPanel("responsible_unit"), FieldPanel("reviewed_on"), FieldPanel("review_by")],
        heading=_("Responsibility and review"),
        icon="calendar-check",
    ),
]

ACCESSIBILITY_STATEMENT = [
    ChangePanel(),
    TITLE,
    FieldPanel("lead"),
    FieldPanel("service"),
    FieldPanel("compliance", widget=RadioSelect),
    FieldPanel("shortcomings"),
    FieldPanel("alternatives"),
    MultiFieldPanel(
        [FieldPanel("report_email"), FieldPanel("report_phone"), FieldPanel("complaint_url")],
        heading=_("Reports and complaints"),
        icon="mail",
        help_text=_("Where readers report a shortcoming, and where they complain when the answer won't do."),
    ),
    MultiFieldPanel(
        [FieldPanel("method"), FieldPanel("assessed_on"), FieldPanel("revised_on")],
        heading=_("The assessment"),
        icon="calendar-check",
    ),
    FieldPanel("responsible_unit"),
]

REQUEST = [
    ChangePanel(),
    TITLE,
    FieldPanel("lead"),
    FieldPanel("body", help_text=_("Shown beneath the form.")),
    FieldPanel("responsible_unit"),
]
