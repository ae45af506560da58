"""Attachments: files to download, each with its kind, size and language."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from articles.publication import Publication
from articles.writing.named_things import NamedThings
from cms.media.languages import Language
from cms.media.shapes import File
from cms.publishing.documents import Json
from cms.publishing.references import Ref
from cms.publishing.shapes import Shape


class Attachment(File):
    """A file under a title; `title_language` is that of the title, `language` that of the file."""

    title_language: Language


class Attachments(Shape):
    """At least one file; `title` may be empty."""

    title: str
    items: list[Attachment]


class AttachmentBlock(blocks.StructBlock):
    file = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("The file's own title, when left empty. Write it in the page's language."),
    )

    class Meta:
        icon = "download"
        label = _("File")
        label_format = "{file} {title}"


class AttachmentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    items = blocks.ListBlock(
        AttachmentBlock(),
        label=_("Files"),
        min_num=1,
        max_num=20,
        help_text=_("Readers see kind, size and language. A file in a private collection is left out."),
    )

    shape = Attachments

    class Meta:
        icon = "download"
        label = _("Attachments")
        group = _("Pictures and links")
        description = _("Files to download: reports, sheets, forms.")
        template = "articles/blocks/attachments.html"
        preview_value = {
            "title": "Bilagor",
            "items": [{"file": None, "title": "Slutrapport om insatsen"}],
        }
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The files that the public can fetch; nothing when there is none."""
        chosen = (item["value"] for item in value["items"])
        files = tuple(_attachment(item, publication.locale) for item in chosen if item.get("file"))
        return NamedThings((value.get("title") or "").strip(), files)


def _attachment(value: dict[str, Any], locale: str) -> Ref:
    title = (value.get("title") or "").strip()

    def titled(file: dict[str, Any]) -> Json:
        own = {"title": file["title"], "title_language": file["language"]}
        return file | ({"title": title, "title_language": locale} if title else own)

    return Ref(f"file:{value['file']}", "full", locale, then=titled)
