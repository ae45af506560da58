"""The shapes of what is joined to documents when they are read, of suggestions, and of the change feed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cms.publishing.models import Kind
from cms.publishing.shapes import Link, Locale, Moment, Path, Shape, Url

Cursor = Annotated[str, Field(pattern=r"^[0-9]+\.[0-9a-f]{64}$")]
"""An entry of the ledger: its sequence and its hash."""


class ParentMeta(Shape):
    """What is said of the page above."""

    type: str
    detail_url: Url
    html_url: Url


class Parent(Shape):
    """The page above."""

    id: int
    meta: ParentMeta
    title: str


class Child(Link):
    """A page below this one, or beside it; `lead` may be empty."""

    lead: str
    type: str


class SectionPage(Link):
    """A page of the local navigation; `level` begins at 1."""

    level: int


class Alternate(Shape):
    """The same in another language."""

    locale: Locale
    title: str
    url: Path


class SharedThing(Link):
    """Something that two pages have in common."""

    type: Literal["agency", "topic", "audience"]


class RelatedPage(Link):
    """A page to read next, and why; `lead` may be empty, `kind` is that of a press release."""

    lead: str
    type: str
    kind: Literal["press_release", "news", ""]
    published_at: Moment | None
    because: Literal["chosen", "agency", "topic", "audience"]
    shared: list[SharedThing]


class JoinedToPage(Shape):
    """What depends on other pages, as it is at this moment."""

    breadcrumbs: list[Link]
    children: list[Child]
    siblings: list[Child]
    section: list[SectionPage]
    alternates: list[Alternate]
    related: list[RelatedPage]
    previous: Link | None
    next: Link | None


class JoinedToThing(Shape):
    """What depends on others of its kind, as it is at this moment."""

    alternates: list[Alternate]


class StatementLink(Link):
    """The accessibility statement, in the language that there is."""

    locale: Locale


class SuggestionsMeta(Shape):
    """How many there are here."""

    total_count: int


class Suggestion(Shape):
    """A page, an agency or a topic."""

    type: str
    title: str
    url: Path


class Suggestions(Shape):
    """What goes on as the typed words begin, the likeliest first."""

    meta: SuggestionsMeta
    items: list[Suggestion]


class ChangesMeta(Shape):
    """`after` is where to go on, `head` where the ledger stands, and `more` whether there is more before that."""

    ledger: str
    after: Cursor
    head: Cursor
    more: bool


class Change(Shape):
    """An entry of the ledger: what happened to the document with this key, and its address after it and before."""

    sequence: int
    key: str
    kind: Kind
    path: Path | None
    previous_path: Path | None
    at: Moment


class Changes(Shape):
    """Entries in order and without gaps."""

    meta: ChangesMeta
    items: list[Change]


class SitemapPart(Shape):
    """Some of the addresses: how many, and when one of them changed last."""

    part: int
    count: int
    updated_at: Moment | None


class SitemapMeta(Shape):
    """The parts that there are, or the one that was asked for; `total_count` counts their addresses."""

    total_count: int
    parts: list[SitemapPart]


class Translation(Shape):
    """The address in another language."""

    locale: Locale
    url: Path


class SitemapAddress(Shape):
    """A public address; `updated_at` is null for what has no date that readers are told."""

    url: Path
    locale: Locale
    updated_at: Moment | None
    alternates: list[Translation]


class Sitemap(Shape):
    """The addresses of a part, in the order of their numbers."""

    meta: SitemapMeta
    items: list[SitemapAddress]
