"""The parameters of each resource as types: what is not declared here is refused, by name."""

from __future__ import annotations

import re
from typing import Annotated, Self, TypeVar

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
from .values import Day, FieldNames, Locale, Number, Whole, Word, storable

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


class SitemapQuery(Query):
    """``sitemap/``."""

    part: Annotated[int, Field(ge=0, le=1_000_000), Whole] | None = None
    """A part's number, as `meta.parts` has it."""


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
