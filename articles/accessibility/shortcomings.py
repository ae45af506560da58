"""What is not accessible, and why: the parts of an accessibility statement."""

from __future__ import annotations

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from articles.writing.body import Body
from cms.publishing.documents import Json
from cms.publishing.shapes import Shape

CATEGORIES = [
    ("not_compliant", _("Doesn't meet the requirements")),
    ("disproportionate_burden", _("Would be a disproportionate burden (12 §)")),
    ("outside_scope", _("Outside the scope of the act (9 §)")),
]


class Shortcoming(Shape):
    """One thing that some can't use, in plain words, and the reason that the act asks for."""

    category: Literal["not_compliant", "disproportionate_burden", "outside_scope"]
    what: str
    reason: str


class ShortcomingBlock(blocks.StructBlock):
    what = blocks.TextBlock(
        label=_("What doesn't work"), rows=2, help_text=_("What, where, and for whom, in plain words.")
    )
    category = blocks.ChoiceBlock(label=_("Category"), choices=CATEGORIES)
    reason = blocks.TextBlock(
        label=_("Reason"),
        rows=2,
        help_text=_("Why it is so, and when it will be mended. A disproportionate burden must be explained."),
    )

    class Meta:
        icon = "warning"
        label = _("Shortcoming")
        label_format = "{what}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """As the editor wrote it."""
        return {name: (value.get(name) or "").strip() for name in ("category", "what", "reason")}


class Shortcomings(Body):
    """All that is known, in the editor's order."""

    shortcoming = ShortcomingBlock()
