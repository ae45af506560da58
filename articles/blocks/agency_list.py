"""Agency list: the press release's own agencies, set out in the text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from agencies.shapes import AgencyInRole
from articles.publication import Publication
from articles.roles import Role
from cms.publishing.documents import Json
from cms.publishing.references import DROP
from cms.publishing.shapes import Shape


class AgencyList(Shape):
    """At least one agency; `title` may be empty."""

    title: str
    agencies: list[AgencyInRole]


class AgencyListBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Headline"), max_length=120, required=False)
    role = blocks.ChoiceBlock(
        label=_("Which agencies"),
        choices=Role.choices,
        required=False,
        help_text=_("All of the page's agencies, when nothing is chosen."),
    )

    shape = AgencyList

    class Meta:
        icon = "group"
        label = _("Agencies")
        group = _("Facts")
        description = _("The agencies that were chosen under “Agencies”, listed here in the text.")
        template = "articles/blocks/agency_list.html"
        preview_value = {"title": "Myndigheter i samverkan", "role": "partner"}
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The page's agencies in that role; nothing when there is none."""
        role = value.get("role") or ""
        agencies = [ref for each, ref in publication.agencies if role in ("", each)]
        return {"title": (value.get("title") or "").strip(), "agencies": agencies} if agencies else DROP
