"""Related: pages of the editor's choice, each with its title, lead and date."""

from __future__ import annotations

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListBlockValidationError

from articles.publication import Publication
from articles.writing.named_things import NamedThings
from cms.publishing.documents import Json
from cms.publishing.references import Ref
from cms.publishing.shapes import Link, Moment, Shape


class Teaser(Link):
    """A page as others put it forward; `lead` may be empty, and `kind` is that of a press release."""

    lead: str
    type: str
    kind: Literal["press_release", "news", ""]
    published_at: Moment | None


class Related(Shape):
    """At least one page; `title` may be empty."""

    title: str
    items: list[Teaser]


class PagesBlock(blocks.ListBlock):
    """Pages, none of them twice when it is published."""

    def clean(self, value: Any) -> Any:
        """The pages, or a ListBlockValidationError at the one that is there already."""
        cleaned = super().clean(value)
        twice = {} if self.is_deferred_validation else _twice(list(cleaned))
        if twice:
            raise ListBlockValidationError(block_errors=twice)
        return cleaned


class RelatedBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    items = PagesBlock(
        blocks.PageChooserBlock(
            label=_("Page"), page_type=["articles.PressReleasePage", "articles.InformationPage"]
        ),
        label=_("Pages"),
        min_num=1,
        max_num=6,
        help_text=_("One that isn't public is left out, and comes back when it is."),
    )

    shape = Related

    class Meta:
        icon = "doc-full-inverse"
        label = _("Related pages")
        group = _("Pictures and links")
        description = _("Pages of this site with title, lead and date.")
        template = "articles/blocks/related.html"
        preview_value = {"title": "Mer om insatsen", "items": []}
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The pages that the public can see; nothing when there is none."""
        chosen = (item["value"] for item in value["items"])
        pages = tuple(Ref(f"page:{id}", "teaser", publication.locale) for id in chosen if id)
        return NamedThings((value.get("title") or "").strip(), pages)


def _twice(pages: list[Any]) -> dict[int, ValidationError]:
    return {
        place: ValidationError(_("The page stands here already."))
        for place, page in enumerate(pages)
        if page in pages[:place]
    }
