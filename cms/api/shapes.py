"""The shapes of what is joined to documents when they are read, of the envelope of lists, and of errors."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from cms.publishing.models import Kind
from cms.publishing.shapes import SOMETIMES, Day, Link, Locale, Moment, Path, Shape, Url

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


class ListingMeta(Shape):
    """How many there are in all; `next_after` is the cursor of the part that follows, null at the end.

    `suggestion` is there beside a search: when nothing was found, what may have been meant.
    """

    total_count: int
    next_after: str | None
    suggestion: str | None = SOMETIMES


class Highlight(Shape):
    """Where a search hit, as HTML: the words that were found stand in `mark`, and there is no other markup."""

    title: str
    snippet: str


class Searched(Shape):
    """What an item of a list has beside a search."""

    highlight: Highlight = SOMETIMES


class Listing(Shape):
    """A part of a list."""

    meta: ListingMeta
    items: list[Any]


class NamedCount(Shape):
    """How many pages name the thing with this id."""

    value: int
    name: str
    count: int


class Count(Shape):
    """How many pages carry this word."""

    value: str
    count: int


class YearCount(Shape):
    """How many press releases were published in this year."""

    value: int
    count: int


class FacetCounts(Shape):
    """The values of each facet that was asked for, and how many pages each would show."""

    agency: list[NamedCount] = SOMETIMES
    topic: list[NamedCount] = SOMETIMES
    audience: list[NamedCount] = SOMETIMES
    kind: list[Count] = SOMETIMES
    year: list[YearCount] = SOMETIMES


class FacetedMeta(ListingMeta):
    """`facets` are there when they were asked for."""

    facets: FacetCounts = SOMETIMES


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


class Problem(Shape):
    """An error (RFC 9457). `message` is the same as `detail`, and `hint` says what to do."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    message: str
    hint: str


class ParameterProblem(Problem):
    """An error in a parameter, which is named."""

    parameter: str


class NoFeeProblem(Problem):
    """`valid_from` is the day of the first line, null when there is none."""

    valid_from: Day | None


class GonePage(Shape):
    """The page that was there."""

    title: str


class Successor(Shape):
    """Where to go instead."""

    title: str
    url: Path


class GoneProblem(Problem):
    """It was public once; `reason`, `page` and `successor` are null unless the editor gave them."""

    withdrawn_at: Moment
    reason: str | None
    page: GonePage | None
    successor: Successor | None


class Restart(Shape):
    """From where to follow once all has been read anew."""

    ledger: str
    after: Cursor


class RestartProblem(Problem):
    """What the follower holds belongs to another ledger, or to another history."""

    restart: Restart
