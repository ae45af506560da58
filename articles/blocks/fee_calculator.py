"""Fee calculator: what an order of copies costs, counted by the API; the amounts stand in the text as well."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from articles.fees.shapes import Fees
from articles.publication import Publication
from cms.publishing.documents import Json
from cms.publishing.references import DROP, Ref


class FeeCalculator(Fees):
    """A schedule's fees, and where to have an order counted; `title` may be empty."""

    title: str


class FeeCalculatorBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Headline"), max_length=120, required=False)
    schedule = SnippetChooserBlock("articles.FeeSchedule", label=_("Fee schedule"))

    shape = FeeCalculator

    class Meta:
        icon = "decimal"
        label = _("Fee calculator")
        group = _("Facts")
        description = _(
            "Readers count what their copies cost. Amounts and legal basis come from the schedule."
        )
        template = "articles/blocks/fee_calculator.html"
        preview_value = {"title": "Räkna ut vad kopiorna kostar", "schedule": None}
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The fees in the page's language; nothing when the schedule is gone or has no line."""
        if not value.get("schedule"):
            return DROP
        title = {"title": (value.get("title") or "").strip()}
        return Ref(
            f"fee_schedule:{value['schedule']}",
            "fees",
            publication.locale,
            then=lambda fees: title | fees if fees["lines"] else DROP,
        )
