"""The published shapes of the home page, and of the site as a whole in each language."""

from __future__ import annotations

from typing import Literal

from articles.blocks.links import PlainLink
from articles.blocks.promo import PromoDetails
from articles.blocks.related import Teaser
from articles.contents import Entry
from articles.shapes import Blocks
from cms.publishing.page_shapes import PageCard, PageDocument
from cms.publishing.shapes import Html, Link, Locale, Path, Shape, Url, Urn


class HomeCard(PageCard):
    """A home page in a list."""

    lead: str


class Home(PageDocument):
    """The home page of a language, and the pages and promos that are put forward."""

    lead: str
    body: Blocks
    contents: list[Entry]
    highlights: list[Teaser]
    promos: list[PromoDetails]


class SiteMeta(Shape):
    """What is said of the document itself."""

    type: Literal["home.SiteSettings"]
    uid: Urn
    locale: Locale
    html_url: Url


class PressDesk(Shape):
    """Whom journalists call."""

    phone: str
    hours: str


class SiteContact(Shape):
    """How to reach the authority; what is unknown is empty. Addresses have a line each."""

    phone: str
    email: str
    address: str
    hours: str
    visiting_address: str
    press: PressDesk
    feedback_email: str
    complaints_email: str


class Footer(Shape):
    """What stands beneath every page."""

    html: Html
    links: list[PlainLink]


class MenuSection(Link):
    """A page of the menu, and those below it."""

    children: list[Link]


class HomeOfLocale(Shape):
    """A language by its own name, and its home page."""

    locale: Locale
    name: str
    url: Path


class SiteSettings(Shape):
    """Who the newsroom is in one language: identity, contact, footer and menu, and the other languages."""

    meta: SiteMeta
    name: str
    tagline: str
    organisation_number: str
    contact: SiteContact
    footer: Footer
    navigation: list[MenuSection]
    locales: list[HomeOfLocale]
