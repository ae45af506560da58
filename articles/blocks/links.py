"""Links: a short list of places to go on to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from articles.writing.named_things import NamedThings
from articles.writing.ruled import RuledBlock
from articles.writing.web_address import WebAddressBlock
from cms.publishing.documents import Json
from cms.publishing.references import Ref
from cms.publishing.shapes import Address, Shape
from cms.publishing.typography import no_break


class PlainLink(Shape):
    """A place to go."""

    text: str
    url: Address


class DescribedLink(PlainLink):
    """A place to go, in a line that may be empty; `external` when it is another site's."""

    description: str
    external: bool


class Links(Shape):
    """At least one link; `title` may be empty."""

    title: str
    items: list[DescribedLink]


class LinkBlock(RuledBlock):
    """A link to a page of the site or to another site, never to both."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = WebAddressBlock(label=_("Or a web address"), max_length=400, required=False)
    text = blocks.CharBlock(
        label=_("Link text"),
        max_length=120,
        required=False,
        help_text=_("A page's own title, when left empty."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{text}"

    def faults(self, value: Any) -> Iterator[tuple[str, str]]:
        """A link without a target or with two, and a target that has no title of its own."""
        if bool(value["page"]) == bool(value["url"].strip()):
            yield "page", gettext("Choose a page or write a web address, one of the two.")
        if value["url"].strip() and not value["text"].strip():
            yield "text", gettext("Write what the link leads to.")


class DescribedLinkBlock(LinkBlock):
    description = blocks.CharBlock(label=_("One line about it"), max_length=200, required=False)


class LinksBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    items = blocks.ListBlock(DescribedLinkBlock(), label=_("Links"), max_num=12)

    shape = Links

    class Meta:
        icon = "link"
        label = _("Links")
        group = _("Pictures and links")
        description = _("Places to go on to, on this site or others.")
        template = "articles/blocks/links.html"
        preview_value = {
            "title": "Läs mer",
            "items": [{"page": None, "url": "https://polisen.se/", "text": "Slutrapporten hos Polisen"}],
        }
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The links that lead somewhere; nothing when none does."""
        links = tuple(_link(item["value"], publication.locale) for item in value["items"])
        return NamedThings((value.get("title") or "").strip(), links)


def described_links_of(stream: blocks.StreamValue, locale: str) -> list[Json]:
    """Links outside a body (an audience's ways), in full."""
    return [_link(item["value"], locale) for item in stream.get_prep_value()]


def links_of(stream: blocks.StreamValue, locale: str) -> list[Json]:
    """Links outside a body (a footer's), as text and address only."""
    links = (_link(item["value"], locale) for item in stream.get_prep_value())
    return [_short(link) for link in links]


def _short(link: Json) -> Json:
    if isinstance(link, Ref):
        full = link.then
        return replace(link, then=lambda page: _short(full(page) if full else page))
    return {"text": link["text"], "url": link["url"]}


def _link(value: dict[str, Any], locale: str) -> Json:
    text, description = (value.get("text") or "").strip(), no_break((value.get("description") or "").strip())
    link = {"text": text, "url": value.get("url") or "", "description": description, "external": True}
    if not value.get("page"):
        return link
    return Ref(
        f"page:{value['page']}",
        "link",
        locale,
        then=lambda page: link | {"text": text or page["title"], "url": page["url"], "external": False},
    )
