"""Statistic: one number that tells something, what it is compared with, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from articles.writing.numbers import is_number
from articles.writing.ruled import RuledBlock
from articles.writing.web_address import WebAddressBlock
from cms.publishing.documents import Json
from cms.publishing.shapes import Address, Shape
from cms.publishing.typography import no_break


class StatisticSource(Shape):
    """Who has counted. `url` may be empty."""

    name: str
    url: Address


class Statistic(Shape):
    """A number as it is to be read, with `unit` and `direction` where they apply."""

    value: str
    unit: str
    direction: Literal["up", "down", "unchanged", ""]
    label: str
    comparison: str
    source: StatisticSource


class StatisticBlock(RuledBlock):
    value = blocks.CharBlock(
        label=_("Number"), max_length=20, help_text=_("Only the number: 25, 2,5 or 1 000.")
    )
    unit = blocks.CharBlock(
        label=_("Unit"), max_length=30, required=False, help_text=_("For example % or kr.")
    )
    direction = blocks.ChoiceBlock(
        label=_("Direction"),
        choices=[
            ("up", _("More than before")),
            ("down", _("Less than before")),
            ("unchanged", _("As before")),
        ],
        required=False,
    )
    label = blocks.CharBlock(label=_("What the number says"), max_length=160)
    comparison = blocks.CharBlock(
        label=_("Compared with"),
        max_length=200,
        required=False,
        help_text=_("Needed when a direction is given."),
    )
    source_name = blocks.CharBlock(label=_("Source"), max_length=160, help_text=_("Who has counted."))
    source_url = WebAddressBlock(label=_("The source's web address"), max_length=400, required=False)

    shape = Statistic

    class Meta:
        icon = "decimal"
        label = _("Statistic")
        group = _("Facts")
        description = _("One number, large, with a sentence that explains it and its source.")
        template = "articles/blocks/statistic.html"
        preview_value = {
            "value": "25",
            "unit": "%",
            "direction": "down",
            "label": "Färre köpare av insmugglad alkohol",
            "comparison": "jämfört med samma period året innan",
            "source_name": "CAN",
            "source_url": "",
        }
        label_format = "{value} {unit} {label}"

    def faults(self, value: Any) -> Iterator[tuple[str, str]]:
        """A number that is none, and a direction from nowhere."""
        if not is_number(value["value"]):
            yield "value", gettext("Write only a number, for example 25, 2,5 or 1 000.")
        if value["direction"] and not value["comparison"].strip():
            yield "comparison", gettext("Say what it is compared with, or leave out the direction.")

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The number, its sentence and its source."""
        names = ("value", "unit", "direction", "label", "comparison")
        source = {"name": value["source_name"].strip(), "url": value.get("source_url") or ""}
        return {name: no_break((value.get(name) or "").strip()) for name in names} | {"source": source}
