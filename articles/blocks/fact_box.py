"""Fact box: background that stands beside the story."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from articles.writing.prose import ProseBlock
from cms.publishing.documents import Json
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Html, Shape
from cms.publishing.typography import no_break


class FactBox(Shape):
    """A heading of its own and running text."""

    title: str
    html: Html


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Headline"), max_length=120)
    text = ProseBlock(label=_("Text"))

    shape = FactBox

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        group = _("Facts")
        description = _("Background that can be read on its own.")
        template = "articles/blocks/fact_box.html"
        preview_value = {
            "title": "Uppdraget",
            "text": "<p>Regeringen utvidgade uppdraget den 1 december 2015.</p>",
        }
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The heading and the text, its links resolved."""
        return {
            "title": no_break(value["title"].strip()),
            "html": RichHtml(value["text"], publication.locale),
        }
