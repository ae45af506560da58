"""Heading: a subheading of the body, at one of two levels."""

from __future__ import annotations

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError

from articles.publication import Publication
from cms.publishing.documents import Json
from cms.publishing.shapes import Shape
from cms.publishing.typography import no_break


class Heading(Shape):
    """A heading; `anchor` is unlike all others on the page."""

    text: str
    level: Literal[2, 3]
    anchor: str


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Heading")), ("3", _("Smaller heading, beneath a heading"))],
        default="2",
    )

    shape = Heading

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        description = _("A subheading. Readers find their way by it, and can link to it.")
        template = "articles/blocks/heading.html"
        preview_value = {"text": "Nya brottsupplägg upptäcktes", "level": "2"}
        label_format = "{text}"

    def fault_after(self, value: Any, before: Any | None) -> ValidationError | None:
        """A smaller heading needs a heading somewhere before it."""
        if value["level"] != "3" or before is not None:
            return None
        message = _(
            "A smaller heading must come beneath a heading. Make this one a heading, or add one before it."
        )
        fault: ValidationError = StructBlockValidationError({"level": ValidationError(message)})
        return fault

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The heading with its anchor."""
        text = value["text"].strip()
        return {"text": no_break(text), "level": int(value["level"]), "anchor": publication.anchor(text)}
