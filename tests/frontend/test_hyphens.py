"""Soft hyphens: in the long words of headings, and nowhere else."""

import re

import pytest

from frontend.hyphens import hyphens_in
from frontend.language import ENGLISH, SWEDISH
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with

LONG = "Förundersökningssekretess och skattebrott"
PARTED = "Förunder-sök-nings-sek-retess och skattebrott"


def visible(text: str) -> str:
    return text.replace("\N{SOFT HYPHEN}", "-")


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        (LONG, PARTED),
        ("Stämningsansökan, EU-lagstiftningen", "Stämningsansökan, EU-lagstiftningen"),
        ("SKATTEBROTTSUTREDNINGAR", "SKATTE-BROTTS-UT-RED-NINGAR"),
        ("Åklagarmyndigheten", "Åklagar-myn-digheten"),
        ("12345678901234567890 A1234567890123456", "12345678901234567890 A1234567890123456"),
        ("", ""),
    ],
)
def test_long_words_may_break_with_six_letters_on_each_line(text: str, parted: str) -> None:
    assert visible(hyphens_in(SWEDISH)["hyphenated"](text)) == parted


def test_words_break_by_their_own_language() -> None:
    hyphenated = hyphens_in(ENGLISH)["hyphenated"]
    assert visible(hyphenated("Telecommunications")) == "Telecom-mu-nic-ations"
    assert visible(hyphenated(LONG, "sv")) == PARTED
    assert hyphenated(LONG, "xx") == LONG


def test_headings_have_them_and_what_is_copied_or_read_by_programs_has_not(site_over) -> None:
    page = example("pages/press_release")
    agency = page["agencies"][0] | {"name": LONG}
    heading = example("blocks/heading")
    heading["value"]["text"] = LONG
    page |= {"title": LONG, "agencies": [agency], "body": [heading], "breadcrumbs": [*page["breadcrumbs"]]}
    html = visible(site_over(cms_with(page)).get("/x/").text)
    assert re.findall(rf"<(\w+)[^>]*>{PARTED}<", html) == ["h1", "h2"]
    assert f"<title>{LONG} –" in html
    assert f">{LONG}</a>" in html.partition('class="rail"')[2]
    letter = html.partition("mailto:?subject=")[2].partition('"')[0]
    assert "%C2%AD" not in letter


def test_a_hit_keeps_its_marks(site_over) -> None:
    hit = example("lists/pages")["items"][0] | {
        "highlight": {"title": f"<mark>{LONG.split()[0]}</mark> <b>nu</b>", "snippet": "…"}
    }
    listed = {"meta": {"total_count": 1, "facets": {}, "suggestion": None}, "items": [hit]}
    html = visible(site_over(cms_with(example("pages/press_index"), pages=listed)).get("/sok/?q=x").text)
    assert f"<mark>{PARTED.split()[0]}</mark> nu" in html
