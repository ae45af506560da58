"""The menu in two levels: where the reader is, and that it needs no script."""

from typing import Any

import pytest

from frontend.shaping import section_of
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.visitor import Visitor

SECTION = "/offentlighet-och-sekretess/"
BELOW = f"{SECTION}forundersokningssekretess/"
MENU = example("site")["navigation"]


def page_at(url: str, *above: str) -> dict[str, Any]:
    return example("pages/information") | {
        "url": url,
        "breadcrumbs": [{"id": 3, "title": "Start", "url": each} for each in ("/", *above)],
    }


@pytest.mark.parametrize(
    ("page", "section"),
    [
        (page_at(SECTION), "Offentlighet"),
        (page_at(BELOW, SECTION), "Offentlighet"),
        (page_at(f"{BELOW}mer/", SECTION, BELOW), "Offentlighet"),
        (page_at("/press/2017/nyhet/", "/press/"), "Press"),
        (page_at("/om-oss/"), None),
        ({"urls": {"sv": "/myndigheter/tullverket/"}}, None),
    ],
)
def test_the_section_that_a_page_is_in(page: dict[str, Any], section: str | None) -> None:
    found = section_of(MENU, page)
    assert (found["title"] if found else None) == section


def test_the_page_itself_goes_before_those_above_it() -> None:
    menu = [
        {"url": "/om/", "title": "Om", "children": []},
        {"url": "/om/medier/", "title": "Medier", "children": []},
    ]
    found = section_of(menu, page_at("/om/medier/", "/om/"))
    assert found is menu[1]


def test_what_stands_below_the_section_is_a_row_and_a_part_of_the_narrow_menu(site: Visitor) -> None:
    html = site.get(SECTION).text
    assert '<nav class="menu section-menu" aria-label="Offentlighet">' in html
    assert f'<a href="{SECTION}" aria-current="page">Offentlighet</a>\n<details open>' in html
    assert '<summary><span class="unseen">Mer under Offentlighet</span></summary>' in html
    assert html.count(f'<a href="{BELOW}">Förundersökningssekretess</a>') >= 3


def test_elsewhere_there_is_no_row_and_the_narrow_menu_is_closed(site: Visitor) -> None:
    html = site.get("/press/").text
    assert "section-menu" not in html
    assert "<details>" in html
    assert "<details open>" not in html
    assert '<a href="/press/" aria-current="page">Press</a>' in html


def test_a_page_below_says_which_section_it_is_in(site_over) -> None:
    html = site_over(cms_with(page_at(BELOW, SECTION))).get(BELOW).text
    assert f'<a href="{SECTION}" aria-current="true">Offentlighet</a>' in html
    assert f'<a href="{BELOW}" aria-current="page">' in html


def test_an_agency_is_in_no_section_whatever_its_number(site_over) -> None:
    agency = example("agency") | {"id": MENU[0]["id"]}
    html = site_over(cms_with(example("pages/home"), agency=agency)).get("/myndigheter/x/").text
    assert '<a href="/press/">Press</a>' in html
