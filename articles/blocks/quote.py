"""Quote: what a named person says."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from cms.publishing.documents import Json
from cms.publishing.shapes import Shape
from cms.publishing.typography import no_break


class Quote(Shape):
    """A person's words, without quotation marks. `role` and `organisation` may be empty."""

    text: str
    person: str
    role: str
    organisation: str


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label=_("Words"),
        rows=3,
        max_length=600,
        help_text=_("Without quotation marks or dash: the site sets them."),
    )
    person = blocks.CharBlock(label=_("Name"), max_length=80)
    role = blocks.CharBlock(
        label=_("Role"), max_length=120, required=False, help_text=_("For example “chief prosecutor”.")
    )
    organisation = blocks.CharBlock(label=_("Organisation"), max_length=120, required=False)

    shape = Quote

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = _("Text")
        description = _("What somebody says, with name and role.")
        template = "articles/blocks/quote.html"
        preview_value = {
            "text": "Vi ser mer när vi arbetar tillsammans.",
            "person": "Per Wadhed",
            "role": "kanslichef",
            "organisation": "samverkansrådet",
        }
        label_format = "{person}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The words and who says them."""
        return {name: no_break((value.get(name) or "").strip()) for name in Quote.model_fields}
