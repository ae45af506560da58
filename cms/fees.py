"""What an order of copies costs: the one place where it is counted, from a line of a published fee schedule.

The rule is that of avgiftsförordningen (1992:191), 16 §: fewer than so many pages are free, just so many cost the first
fee, and each page beyond costs a further fee. All pages of an order are counted together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import get_language, gettext, ngettext, override

MOST_PAGES: Final = 100_000
"""A larger order is a mistake in typing, or a matter to call about."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"

Line = Mapping[str, Any]
"""A line as it is published: `valid_from`, `free_below`, `first_fee`, `further_page_fee` and more."""


def in_force(lines: Iterable[Line], day: date) -> Line | None:
    """The line that applies on a day: the last that has begun, or None before the first."""
    begun = [line for line in lines if line["valid_from"] <= day.isoformat()]
    return max(begun, key=lambda line: str(line["valid_from"]), default=None)


def quote(line: Line, pages: int) -> int:
    """The fee in kronor for an order of so many pages."""
    further = pages - int(line["free_below"])
    return 0 if further < 0 else int(line["first_fee"]) + further * int(line["further_page_fee"])


def breakdown(line: Line, pages: int, locale: str) -> str:
    """How the fee comes about, in a sentence or two."""
    first, fee = line["free_below"], line["further_page_fee"]
    with override(locale):
        if pages < first:
            return gettext("Orders of fewer than %(pages)s pages are free.") % {"pages": _number(first)}
        begun = ngettext("The first page costs %(fee)s.", "The first %(pages)s pages cost %(fee)s.", first)
        said = begun % {"pages": _number(first), "fee": kronor(line["first_fee"])}
        return said if pages == first else f"{said} {_further(pages - first, fee)}"


def kronor(amount: int) -> str:
    """An amount as it is written in the language that is active: 1 000 kr."""
    return gettext("SEK %(amount)s").replace(" ", _NO_BREAK) % {"amount": _number(amount)}


def _further(pages: int, fee: int) -> str:
    said = ngettext(
        "%(pages)s further page costs %(sum)s.", "%(pages)s further pages at %(fee)s cost %(sum)s.", pages
    )
    return said % {"pages": _number(pages), "fee": kronor(fee), "sum": kronor(pages * fee)}


def _number(value: int) -> str:
    """With a no-break space between thousands in Swedish, a comma in English."""
    return f"{value:,}".replace(",", _NO_BREAK if get_language() == "sv" else ",")
