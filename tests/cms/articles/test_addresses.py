"""Addresses of press releases carry the year in which they were first published, in local time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from articles.models import (
    AccessibilityStatementPage,
    InformationPage,
    PressIndexPage,
    PressReleasePage,
    RequestPage,
    year_of,
)
from home.models import HomePage
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db


def test_the_year_turns_at_midnight_in_stockholm(newsroom: Newsroom) -> None:
    page = newsroom.release(first_published_at=datetime(2017, 12, 31, 23, 30, tzinfo=UTC))
    assert page.get_url_parts()[2] == f"/press/2018/{page.slug}/"


def test_a_draft_has_the_year_that_is_planned_or_else_this_one(newsroom: Newsroom) -> None:
    draft = newsroom.release(live=False)
    assert year_of(draft) == timezone.localtime().year
    draft.go_live_at = datetime(2031, 3, 1, tzinfo=UTC)
    assert draft.full_url == f"https://www.example.se/press/2031/{draft.slug}/"


@pytest.mark.parametrize(
    ("model", "parents", "children"),
    [
        (
            HomePage,
            ["Page"],
            ["AccessibilityStatementPage", "InformationPage", "PressIndexPage", "RequestPage"],
        ),
        (PressIndexPage, ["HomePage"], ["PressReleasePage"]),
        (PressReleasePage, ["PressIndexPage"], []),
        (
            InformationPage,
            ["HomePage", "InformationPage"],
            ["AccessibilityStatementPage", "InformationPage", "RequestPage"],
        ),
        (AccessibilityStatementPage, ["HomePage", "InformationPage"], []),
        (RequestPage, ["HomePage", "InformationPage"], []),
    ],
)
def test_where_page_types_may_stand(model: Any, parents: list[str], children: list[str]) -> None:
    assert [parent.__name__ for parent in model.allowed_parent_page_models()] == parents
    assert sorted(child.__name__ for child in model.allowed_subpage_models()) == sorted(children)


def test_a_home_page_has_one_press_list(newsroom: Newsroom) -> None:
    assert not PressIndexPage.can_create_at(newsroom.home)


def test_there_is_one_home_page_for_each_language(newsroom: Newsroom) -> None:
    root = newsroom.home.get_parent()
    assert HomePage.can_create_at(root)
    root.add_child(instance=HomePage(title="Authority", slug="home-en"))
    assert not HomePage.can_create_at(root)
