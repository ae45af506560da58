"""The published shapes of what copies cost, that both a schedule and the answer to an order have."""

from __future__ import annotations

from typing import Literal

from cms.publishing.shapes import Address, Day, Shape


class InEachLanguage(Shape):
    """A text in each language; it may be empty."""

    sv: str
    en: str


class LegalBasis(Shape):
    """A place in the law; `citation` says it in one line. Of the rest all but `statute` may be empty."""

    citation: str
    statute: str
    sfs: str
    chapter: str
    section: str
    url: Address


class QuoteMeta(Shape):
    """What is said of the answer itself."""

    type: Literal["articles.FeeQuote"]


class QuotedSchedule(Shape):
    """The schedule that was counted by."""

    id: int
    name: InEachLanguage


class FeeQuote(Shape):
    """What an order of so many pages costs on a day, and how that comes about."""

    meta: QuoteMeta
    schedule: QuotedSchedule
    date: Day
    pages: int
    amount: int
    currency: Literal["SEK"]
    breakdown: InEachLanguage
    valid_from: Day
    postage_may_be_added: bool
    exemptions: InEachLanguage
    legal_basis: LegalBasis
    reviewed_on: Day
