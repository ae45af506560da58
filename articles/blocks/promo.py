"""Promo: another site that the newsroom puts forward, as long as its promo lasts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from articles.publication import Publication
from cms.media.shapes import PictureCard
from cms.publishing.documents import Json
from cms.publishing.references import DROP, Ref
from cms.publishing.shapes import Shape, Url


class PromoDetails(Shape):
    """A page on another site. The picture is decorative."""

    id: int
    title: str
    text: str
    url: Url
    picture: PictureCard | None


class PromoBlock(blocks.StructBlock):
    promo = SnippetChooserBlock(
        "home.Promo",
        label=_("Promo"),
        help_text=_("Shown while it lasts. Its words, link and picture are changed under “Promos”."),
    )

    shape = PromoDetails

    class Meta:
        icon = "pick"
        label = _("Promo")
        group = _("Pictures and links")
        description = _("Another site in a few words, with a link that says where it leads.")
        template = "articles/blocks/promo.html"
        preview_value = {"promo": None}
        label_format = "{promo}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The promo in full; nothing before it begins and after it ends."""
        if not value.get("promo"):
            return DROP
        return Ref(f"promo:{value['promo']}", "link", publication.locale)
