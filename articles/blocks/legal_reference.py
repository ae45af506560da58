"""Legal reference: the place in the law that something stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from articles.writing.citation import citation, number_faults
from articles.writing.ruled import RuledBlock
from articles.writing.web_address import WebAddressBlock
from cms.publishing.documents import Json
from cms.publishing.shapes import Address, Day, Shape


class LegalReference(Shape):
    """A statute, or a place in it. `citation` says it all in one line; of the rest all but `statute` may be empty."""

    citation: str
    statute: str
    sfs: str
    chapter: str
    section: str
    url: Address
    valid_from: Day | None


class LegalReferenceBlock(RuledBlock):
    statute = blocks.CharBlock(
        label=_("Statute"),
        max_length=160,
        help_text=_("As it stands in a sentence: offentlighets- och sekretesslagen."),
    )
    sfs = blocks.CharBlock(
        label=_("SFS number"),
        max_length=20,
        required=False,
        help_text=_("For example 2009:400. A code such as brottsbalken is cited without."),
    )
    chapter = blocks.CharBlock(label=_("Chapter"), max_length=6, required=False)
    section = blocks.CharBlock(
        label=_("Section"), max_length=40, required=False, help_text=_("1, 13 b, 1–3 or 1 och 2, without §.")
    )
    url = WebAddressBlock(label=_("Web address of the statute"), max_length=400, required=False)
    valid_from = blocks.DateBlock(label=_("Valid from"), required=False)

    shape = LegalReference

    class Meta:
        icon = "list-ul"
        label = _("Legal reference")
        group = _("Facts")
        description = _("The place in the law, cited as lawyers do.")
        template = "articles/blocks/legal_reference.html"
        preview_value = {
            "statute": "offentlighets- och sekretesslagen",
            "sfs": "2009:400",
            "chapter": "18",
            "section": "1",
            "url": "",
            "valid_from": None,
        }
        label_format = "{chapter} {section} {statute}"

    def faults(self, value: Any) -> Iterator[tuple[str, str]]:
        """Numbers that no statute has."""
        yield from number_faults(*(value[name].strip() for name in ("sfs", "chapter", "section")))

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The reference in its parts and as it is cited."""
        names = ("statute", "sfs", "chapter", "section")
        parts = {name: (value.get(name) or "").strip() for name in names}
        since = value.get("valid_from")
        return {
            "citation": citation(**parts),
            **parts,
            "url": value.get("url") or "",
            "valid_from": str(since) if since else None,
        }
