"""Promos say which site they lead to, wherever they stand."""

import pytest

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words

PROMO = example("blocks/promo")["value"]


@pytest.mark.parametrize(
    "page",
    [
        example("pages/home"),
        example("audience"),
        example("pages/information") | {"body": [example("blocks/promo")]},
    ],
)
def test_a_promo_and_where_it_leads(site_over, page) -> None:
    html = site_over(cms_with(page)).get("/x/").text
    assert f'<a href="{PROMO["url"]}" rel="external">{PROMO["title"]}</a>' in html
    assert f"{PROMO['text']} På en annan webbplats: ekobrott.se" in words(html)
    assert 'alt="" loading="lazy"' in html


def test_one_without_a_picture(site_over) -> None:
    page = example("pages/home") | {"promos": [PROMO | {"picture": None}]}
    html = site_over(cms_with(page)).get("/").text
    assert '<section class="promo">' in html


def test_a_page_without_promos_has_no_heading_for_them(site_over) -> None:
    html = site_over(cms_with(example("pages/home") | {"promos": []})).get("/").text
    assert "På andra webbplatser" not in html
