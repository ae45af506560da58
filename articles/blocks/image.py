"""Image: a picture in the text, with its caption."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock as WagtailImageBlock

from articles.publication import Publication
from cms.media.shapes import Picture
from cms.publishing.documents import Json
from cms.publishing.references import DROP, Ref
from cms.publishing.shapes import Shape
from cms.publishing.typography import no_break


class Image(Shape):
    """A picture in all sizes; an empty `alt` says that it is decorative."""

    picture: Picture
    caption: str


class PictureBlock(WagtailImageBlock):
    """Wagtail's picture with its alternative text, the chooser named in the editor's language."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.child_blocks["image"].label = _("Which picture")


class ImageBlock(blocks.StructBlock):
    picture = PictureBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=300, required=False)

    shape = Image

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Pictures and links")
        description = _("A picture with a caption. Its credit comes from the picture itself.")
        template = "articles/blocks/image.html"
        preview_value = {"picture": None, "caption": "Bussarna stoppades i hamnen."}
        label_format = "{caption}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The picture with the alternative text that was written for this place; nothing when it is gone."""
        chosen = value["picture"]
        if not chosen or not chosen["image"]:
            return DROP
        alt = "" if chosen.get("decorative") else chosen.get("alt_text") or ""
        caption = no_break((value.get("caption") or "").strip())
        return Ref(
            f"picture:{chosen['image']}",
            "full",
            publication.locale,
            then=lambda picture: {"picture": picture | {"alt": alt}, "caption": caption},
        )
