"""The published shapes of fee schedules."""

from __future__ import annotations

from cms.publishing.shapes import Shape

Texts = dict[str, str]
"""A text in each language, ``sv`` and ``en``."""


class LegalBasis(Shape):
    """A place in the law; `citation` says it in one line. Of the rest all but `statute` may be empty."""

    citation: str
    statute: str
    sfs: str
    chapter: str
    section: str
    url: str


class Line(Shape):
    """What an order costs from a day on; amounts in kronor, `exemptions` in one language."""

    valid_from: str
    free_below: int
    first_fee: int
    further_page_fee: int
    postage_may_be_added: bool
    exemptions: str
    legal_basis: LegalBasis
    reviewed_on: str


class OtherFee(Shape):
    """What copies of another form cost from a day on, in words."""

    form: str
    amount: str
    valid_from: str


class ScheduleName(Shape):
    """A schedule as others name it."""

    id: int
    name: str


class Fees(Shape):
    """A schedule in one language: the line in force and those to come, and the other forms' fees of today."""

    schedule: ScheduleName
    lines: list[Line]
    other_fees: list[OtherFee]
    quote_url: str
    most_pages: int
