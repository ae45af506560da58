"""Addresses that the visitor site answers itself can't be taken by a page: nobody would see it."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from articles.models import InformationPage
from tests.cms.conftest import Newsroom


def faults(newsroom: Newsroom, slug: str, parent: Page) -> dict[str, list[str]]:
    """What the form of a new information page says of a slug when it is published."""
    form_class = InformationPage.get_edit_handler().get_form_class()
    data = {
        "title": "En sida",
        "slug": slug,
        "lead": "En ingress.",
        "body-count": "0",
        "legal_references-count": "0",
        "comments-TOTAL_FORMS": "0",
    }
    data |= {f"audience_links-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    data |= {"comments-INITIAL_FORMS": "0", "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": ""}
    page = InformationPage(locale=newsroom.home.locale)
    form = form_class(data, instance=page, parent_page=parent)
    form.is_valid()
    return {name: list(told) for name, told in form.errors.items()}


@pytest.mark.parametrize("slug", ["en", "api", "media", "static", "health", "myndigheter", "amnen", "du-ar"])
def test_the_sites_own_addresses_are_refused_below_home(newsroom: Newsroom, slug: str) -> None:
    assert "slug" in faults(newsroom, slug, newsroom.home)


def test_they_are_free_further_down_and_others_are_free_everywhere(newsroom: Newsroom) -> None:
    section = newsroom.information("Avdelning")
    assert "slug" not in faults(newsroom, "media", section)
    assert "slug" not in faults(newsroom, "om-oss", newsroom.home)
