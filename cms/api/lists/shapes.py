"""The shapes of the envelope of lists: how many, where to go on, counts, and where a search hit."""

from __future__ import annotations

from typing import Any

from cms.publishing.shapes import SOMETIMES, Link, Shape


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
    """What an item of a list has beside a search; `breadcrumbs` are the public pages above a page, from the top."""

    highlight: Highlight = SOMETIMES
    breadcrumbs: list[Link] = SOMETIMES


class Listing(Shape):
    """A part of a list."""

    meta: ListingMeta
    items: list[Any]


class NamedCount(Shape):
    """How many pages name the thing with this id, and by which slug it is known in addresses."""

    value: int
    slug: str
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
    agency_role: list[Count] = SOMETIMES
    topic: list[NamedCount] = SOMETIMES
    audience: list[NamedCount] = SOMETIMES
    type: list[Count] = SOMETIMES
    kind: list[Count] = SOMETIMES
    year: list[YearCount] = SOMETIMES


class FacetedMeta(ListingMeta):
    """`facets` are there when they were asked for."""

    facets: FacetCounts = SOMETIMES
