"""The fee rule: the ordinance's own sums, every boundary, and which line is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.fees import MOST_PAGES, breakdown, in_force, quote

LINE: dict[str, Any] = {"valid_from": "2019-01-01", "free_below": 10, "first_fee": 50, "further_page_fee": 2}
NEXT = LINE | {"valid_from": "2027-01-01", "first_fee": 60, "further_page_fee": 3}
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("pages", "fee"), [(1, 0), (9, 0), (10, 50), (11, 52), (25, 80), (100, 230), (MOST_PAGES, 200_030)]
)
def test_the_sums_of_the_ordinance(pages: int, fee: int) -> None:
    assert quote(LINE, pages) == fee


@pytest.mark.parametrize(("pages", "fee"), [(1, 5), (2, 6), (3, 7)])
def test_a_schedule_where_nothing_is_free(pages: int, fee: int) -> None:
    line = LINE | {"free_below": 1, "first_fee": 5, "further_page_fee": 1}
    assert quote(line, pages) == fee


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 100), st.integers(1, MOST_PAGES - 1))
def test_more_pages_never_cost_less(free_below: int, first: int, further: int, pages: int) -> None:
    line = LINE | {"free_below": free_below, "first_fee": first, "further_page_fee": further}
    assert 0 <= quote(line, pages) <= quote(line, pages + 1)


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2018, 12, 31), None),
        (date(2019, 1, 1), LINE),
        (date(2026, 12, 31), LINE),
        (date(2027, 1, 1), NEXT),
        (date(2099, 1, 1), NEXT),
    ],
)
def test_a_line_holds_from_its_day_to_the_day_before_the_next(day: date, line: Any) -> None:
    assert in_force([NEXT, LINE], day) == in_force([LINE, NEXT], day) == line


def test_a_schedule_without_lines() -> None:
    assert in_force([], date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("line", "pages", "swedish", "english"),
    [
        (
            LINE,
            9,
            "Beställningar på färre än 10 sidor är avgiftsfria.",
            "Orders of fewer than 10 pages are free.",
        ),
        (LINE, 10, "De första 10 sidorna kostar 50_kr.", "The first 10 pages cost SEK_50."),
        (
            LINE,
            11,
            "De första 10 sidorna kostar 50_kr. 1 sida därutöver kostar 2_kr.",
            "The first 10 pages cost SEK_50. 1 further page costs SEK_2.",
        ),
        (
            LINE,
            1010,
            "De första 10 sidorna kostar 50_kr. 1_000 sidor därutöver à 2_kr kostar 2_000_kr.",
            "The first 10 pages cost SEK_50. 1,000 further pages at SEK_2 cost SEK_2,000.",
        ),
        (LINE | {"free_below": 1}, 1, "Den första sidan kostar 50_kr.", "The first page costs SEK_50."),
    ],
)
def test_the_breakdown_in_words(line: Any, pages: int, swedish: str, english: str) -> None:
    assert breakdown(line, pages, "sv") == swedish.replace("_", NO_BREAK)
    assert breakdown(line, pages, "en") == english.replace("_", NO_BREAK)
