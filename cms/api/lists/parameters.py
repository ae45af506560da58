"""The parameters of lists as types: which part of a list, and what it can be narrowed to and sorted by."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from cms.api.errors import BadParameter
from cms.api.parameters import Detail
from cms.api.search.matching import Operator, Search
from cms.api.values import (
    Facets,
    Kinds,
    Locale,
    Moment,
    Numbers,
    Place,
    SearchText,
    Things,
    Types,
    Whole,
    Word,
    Years,
    not_random,
)  # fmt: skip

Order = Annotated[
    Literal[
        "published_at", "-published_at", "first_published_at", "-first_published_at", "updated_at", "-updated_at",
        "title", "-title", "id", "-id",
    ],
    BeforeValidator(not_random),
]  # fmt: skip
AgencyRole = Literal["sender", "source", "partner", "mentioned"]


class Paging(Detail):
    """Which part of a list; a part is at most 100 items."""

    limit: Annotated[int, Field(ge=0, le=100), Whole] = 20
    """How many items at most."""
    offset: Annotated[int, Field(ge=0, le=1_000_000), Whole] = 0
    """How many items to pass over; `after` is the better way through a long list."""
    after: Annotated[str, Field(min_length=1, max_length=2000)] | None = None
    """Where to go on: `meta.next_after` of the part before, with the same filters and order."""

    @model_validator(mode="after")
    def _one_beginning(self) -> Self:
        if self.after is not None and "offset" in self.model_fields_set:
            raise BadParameter("offset", "offset can't stand beside after, which says where the part begins.")
        return self


class Searching(Paging):
    """Words to look for, in the language that the list is narrowed to."""

    id: Numbers | None = None
    """Those with these ids."""
    locale: Locale | None = None
    """Those in this language, and those that have none of their own."""
    search: SearchText | None = None
    """Those in which these words are found, the best first where no order is given. `"…"` holds words together, and
    what has `-` in front must not be there."""
    search_operator: Operator = "and"
    """Beside `search`: whether all of its words must be found, or any."""

    @model_validator(mode="after")
    def _operator_of_a_search(self) -> Self:
        if "search_operator" in self.model_fields_set and self.search is None:
            raise BadParameter("search_operator", "search_operator needs search beside it.")
        return self

    @cached_property
    def searched(self) -> Search | None:
        """What is looked for, stemmed by the database when it is first needed."""
        if self.search is None:
            return None
        return Search.of(self.search, self.search_operator, self._stemmed_in)

    @property
    def _stemmed_in(self) -> str | None:
        return self.locale

    @property
    def by_relevance(self) -> bool:
        return self.search is not None


class PageList(Searching):
    """What ``pages/`` can be narrowed to and sorted by. A search without an order is sorted by relevance."""

    slug: Word | None = None
    """Pages whose address ends in this word."""
    title: Word | None = None
    """Pages with exactly this title."""
    type: Types | None = None
    """Pages of these types."""
    child_of: Place | None = None
    """Pages right below the page with this id; `root` is the Swedish home page."""
    descendant_of: Place | None = None
    """Pages anywhere below the page with this id."""
    ancestor_of: Place | None = None
    """The pages above the page with this id."""
    translation_of: Place | None = None
    """The page with this id in its other languages."""
    agency: Things | None = None
    """Press releases with a link to one of these agencies, by id or by slug."""
    agency_role: AgencyRole | None = None
    """Beside `agency`: in this role."""
    topic: Things | None = None
    """Press releases on one of these topics, by id, or by slug in the language of `locale`."""
    audience: Things | None = None
    """Information pages for one of these audiences, by id or by slug, as with topics."""
    kind: Kinds | None = None
    """Press releases of these kinds."""
    year: Years | None = None
    """Press releases that were published in these years."""
    published_after: Moment | None = None
    """Pages first published at this moment or later; a day is the moment at which it begins in Stockholm."""
    published_before: Moment | None = None
    """Pages first published before this moment."""
    updated_after: Moment | None = None
    """Pages with an update or a correction at this moment or later."""
    facets: Facets | None = None
    """What to count beside the list: how many pages each value would show."""
    order: Order = "-published_at"
    """What to sort by; `-` in front reverses."""

    @model_validator(mode="after")
    def _role_of_an_agency(self) -> Self:
        if self.agency_role and self.agency is None:
            raise BadParameter("agency_role", "agency_role needs agency beside it.")
        if "agency_role" in (self.facets or ()) and self.agency is None:
            raise BadParameter(
                "facets", "facets: agency_role needs agency beside it, whose roles are counted."
            )
        return self

    @property
    def by_relevance(self) -> bool:
        return self.search is not None and "order" not in self.model_fields_set


class ThingList(Searching):
    """``agencies/`` and its like; what has no language is in every one, and its words are searched in both."""

    @property
    def _stemmed_in(self) -> str | None:
        return None
