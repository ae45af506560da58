"""The parameters of each resource as types: what is not declared here is refused, by name."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal, Self, TypeVar

from django.http import QueryDict
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from cms.fees import MOST_PAGES

from .errors import BadParameter
from .search.matching import Operator, Search
from .values import (
    Day,
    Facets,
    FieldNames,
    Kinds,
    Locale,
    Moment,
    Number,
    Numbers,
    Place,
    SearchText,
    Types,
    Whole,
    Word,
    Years,
    not_random,
    storable,
)  # fmt: skip

Order = Annotated[
    Literal[
        "published_at", "-published_at", "first_published_at", "-first_published_at", "updated_at", "-updated_at",
        "title", "-title", "id", "-id",
    ],
    BeforeValidator(not_random),
]  # fmt: skip
Q = TypeVar("Q", bound="Query")


def _pages(value: str) -> int:
    """Digits and nothing else: what a number could be in other notations is more likely a mistake."""
    if not re.fullmatch(r"[0-9]{1,6}", value) or not 1 <= int(value) <= MOST_PAGES:
        raise ValueError(f"give a whole number from 1 to {MOST_PAGES}, such as 25")
    return int(value)


class Query(BaseModel):
    """A request's parameters; values that are lists are separated by commas and mean "any of".

    What stands below a field is what readers of the API are told of it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Detail(Query):
    """One document: all of it, or what `fields` chooses."""

    fields: FieldNames | None = None
    """Which fields to answer, in the syntax of API v2: `title,agencies(name)`, `*`, `_,title`, `-meta`."""


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
    agency: Numbers | None = None
    """Press releases with a link to one of these agencies."""
    agency_role: Literal["sender", "source", "partner", "mentioned"] | None = None
    """Beside `agency`: in this role."""
    topic: Numbers | None = None
    """Press releases on one of these topics."""
    audience: Numbers | None = None
    """Information pages for one of these audiences."""
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
        return self

    @property
    def by_relevance(self) -> bool:
        return self.search is not None and "order" not in self.model_fields_set


class FindPage(Detail):
    """``pages/find/``: either the path on the visitor host, or, as in v2, a page's id."""

    html_path: Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(storable)] | None = None
    """The path on the visitor host, in any spelling."""
    id: Number | None = None
    """In place of a path, a page's id."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if self.html_path is None and self.id is None:
            raise BadParameter("html_path", "html_path is required.")
        if self.html_path is not None and self.id is not None:
            raise BadParameter("id", "id can't stand beside html_path.")
        return self


class ThingList(Searching):
    """``agencies/`` and its like; what has no language is in every one, and its words are searched in both."""

    @property
    def _stemmed_in(self) -> str | None:
        return None


class FindThing(Detail):
    """``agencies/find/`` and its like; slugs are unlike each other within a language."""

    slug: Word
    """The last part of its address."""
    locale: Locale = "sv"
    """The language to look in."""


class SuggestQuery(Query):
    """``search/suggest/``."""

    q: Annotated[str, Field(max_length=100), AfterValidator(storable)]
    """What has been typed so far."""
    locale: Locale = "sv"
    """The language of pages, topics and agencies' names."""


class QuoteQuery(Query):
    """``fee-schedules/<id>/quote/``."""

    pages: Annotated[int, Field(ge=1, le=MOST_PAGES), BeforeValidator(_pages)]
    """How many pages the order has."""
    date: Day | None = None
    """The day by whose fees to count; today in Stockholm, if not given."""


class ChangesQuery(Query):
    """``changes/``: which ledger, and the last entry of it that the follower has seen; both or neither."""

    ledger: Annotated[Word, Field(max_length=100)] | None = None
    """The ledger's id, as the last answer has it."""
    after: Annotated[str, Field(pattern=r"^[0-9]{1,19}\.[0-9a-f]{64}$")] | None = None
    """The last entry that was seen, as the last answer has it."""

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        missing = "ledger" if self.ledger is None else "after"
        if (self.ledger is None) != (self.after is None):
            raise BadParameter(missing, f"{missing} is required: give both ledger and after, or neither.")
        return self


class SiteQuery(Detail):
    """``site/``."""

    locale: Locale = "sv"
    """The language of the site."""


def parse(model: type[Q], given: QueryDict) -> Q:
    """The parameters as a `model`; BadParameter names the first that is wrong."""
    repeated = next((name for name, values in given.lists() if len(values) > 1), None)
    if repeated:
        raise BadParameter(repeated, f"{repeated} is given more than once.")
    try:
        return model.model_validate(given.dict())
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])[:100] if first["loc"] else ""
        raise BadParameter(name, _said(name, first["type"], first["msg"])) from error


def _said(name: str, kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return f"{name} is not a parameter of this address."
    if kind == "missing":
        return f"{name} is required."
    return f"{name}: {message.removeprefix('Value error, ')}."
