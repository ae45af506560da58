"""No-break spaces: where they are put, and where not. "_" stands for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.publishing.typography import NO_BREAK, no_break, no_break_html

TEXTS = [
    ("Det kostar 50_kr.", "a number and its unit"),
    ("Det kostar 1_000_kronor.", "thousands"),
    ("1_234_567_liter och 25_% mindre", "all groups"),
    ("2,5_miljoner och −3_°C", "decimals, degrees"),
    ("från kl._14.30, Kl._9", "the clock"),
    ("18_kap. 1_§ och 13_b_§, 1–3_§§", "the law"),
    ("§_5 i protokollet", "an item of minutes"),
    ("den 27_september 2017", "the day stays with its month"),
    ("nr_5, SFS_2009:400, dnr_2017/123, ca_100", "what a number is of"),
    ("År 2017 100 personer", "a year and a number are two numbers"),
    ("telefon 010-562 90 00", "a phone number"),
    ("tabell 3 krona", "a word that only begins like a unit"),
    ("Rad 5 marsvin", "not a month"),
    ("Hej kl. då", "no time after it"),
    ("kl.14.30", "nothing is put where there was no space"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "case"), TEXTS, ids=[case for _text, case in TEXTS])
def test_places(text: str, case: str) -> None:
    assert no_break(text.replace("_", " ")) == text.replace("_", NO_BREAK)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Det kostar <b>50</b>_kr.</p>",
        '<p title="50 kr">50_kr</p>',
        '<p>Se <a href="/18 kap/50 kr" title="a > 50 kr">18_§</a></p>',
        "<p>Rum 50</p><p>kr</p>",
        "<p>Rum 50 <br/>kr</p>",
        "<ul><li>9 </li><li>kr</li></ul>",
        "5&nbsp;kr och 6_kr &amp; 7_%",
        "2 < 3 kr",
    ],
)
def test_html_keeps_its_tags(html: str) -> None:
    assert no_break_html(html.replace("_", " ")) == html.replace("_", NO_BREAK).replace(
        "< 3 kr", f"< 3{NO_BREAK}kr"
    )


@given(st.text(alphabet="0123456789 kr%§.<>/pab\"'=&;", max_size=60))
def test_only_spaces_change(text: str) -> None:
    for changed in (no_break(text), no_break_html(text)):
        assert changed.replace(NO_BREAK, " ") == text
        assert no_break(no_break(text)) == no_break(text)
