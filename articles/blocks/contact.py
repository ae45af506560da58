"""Contact: whom to call, set out in the text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from articles.contacts.shapes import ContactDetails
from articles.publication import Publication
from cms.publishing.documents import Json
from cms.publishing.references import DROP, Ref
from cms.publishing.shapes import Shape


class TitledContact(Shape):
    """A contact; `title` may be empty."""

    title: str
    contact: ContactDetails


class ContactBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    contact = SnippetChooserBlock("articles.Contact", label=_("Contact"))

    shape = TitledContact

    class Meta:
        icon = "user"
        label = _("Contact")
        group = _("Facts")
        description = _("Whom readers or journalists can call. Left out when its days are over.")
        template = "articles/blocks/contact.html"
        preview_value = {"title": "Presskontakt", "contact": None}
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The contact in full; nothing when there is none, or on a day when it isn't valid."""
        if not value.get("contact"):
            return DROP
        title = (value.get("title") or "").strip()
        return Ref(
            f"contact:{value['contact']}",
            "link",
            publication.locale,
            then=lambda contact: {"title": title, "contact": contact},
        )
