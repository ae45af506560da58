"""The published shapes of fee schedules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cms.fee_shapes import InEachLanguage, LegalBasis
from cms.publishing.shapes import Day, Path, Shape, Url

Number = Annotated[int, Field(ge=0)]


class Amounts(Shape):
    """What an order costs from a day on, in kronor."""

    valid_from: Day
    free_below: Number
    first_fee: Number
    further_page_fee: Number
    postage_may_be_added: bool
    legal_basis: LegalBasis
    reviewed_on: Day


class FeeLine(Amounts):
    """Amounts, and who pays none, in one language."""

    exemptions: str


class FeeLineInEachLanguage(Amounts):
    """Amounts, and who pays none, in each language."""

    exemptions: InEachLanguage


class OtherFee(Shape):
    """What copies of another form cost from a day on, in words."""

    form: str
    amount: str
    valid_from: Day


class OtherFeeInEachLanguage(Shape):
    """What copies of another form cost from a day on, in words."""

    form: InEachLanguage
    amount: InEachLanguage
    valid_from: Day


class FeeScheduleName(Shape):
    """A schedule as others name it."""

    id: int
    name: str


class Fees(Shape):
    """A schedule in one language: the line in force and those to come, and the other forms' fees of today."""

    schedule: FeeScheduleName
    lines: list[FeeLine]
    other_fees: list[OtherFee]
    quote_url: Path
    most_pages: Number


class FeeScheduleMeta(Shape):
    """What is said of the document itself."""

    type: Literal["articles.FeeSchedule"]
    detail_url: Url


class FeeScheduleCard(Shape):
    """A fee schedule in a list: where to have an order counted, of so many pages at most."""

    id: int
    meta: FeeScheduleMeta
    name: InEachLanguage
    quote_url: Path
    most_pages: Number


class FeeSchedule(FeeScheduleCard):
    """All lines, the newest first, and `line`, the one in force; null before the first."""

    line: FeeLineInEachLanguage | None
    lines: list[FeeLineInEachLanguage]
    other_fees: list[OtherFeeInEachLanguage]
