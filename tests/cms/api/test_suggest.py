"""Suggestions while somebody types: beginnings of words in titles and names, of what the public may see."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from articles.topics.models import Topic
from cms.publishing.models import Current
from tests.cms.api.test_search import NASTY
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import shape
from tests.cms.conftest import Newsroom


def suggest(client: Client, typed: str, locale: str = "sv") -> list[dict[str, str]]:
    response = client.get("/api/v2/search/suggest/", {"q": typed, "locale": locale})
    assert response.status_code == 200, response.content
    said = response.json()
    assert said["meta"] == {"total_count": len(said["items"])}
    return said["items"]  # type: ignore[no-any-return]


@pytest.fixture
def stocked(newsroom: Newsroom) -> Newsroom:
    return newsroom.filled(_stocked)


def _stocked(newsroom: Newsroom) -> Newsroom:
    newsroom.agency(
        "Ekobrottsmyndigheten", short_name="EBM", english_name="Swedish Economic Crime Authority", slug="ebm"
    )
    Topic.objects.create(
        name="Organiserad brottslighet", slug="organiserad", locale=Locale.objects.get(language_code="sv")
    )
    newsroom.release("Så bekämpas organiserad ekobrottslighet", lead="Ett zebrafynd.")
    newsroom.information("Ändringar i öppettiderna")
    newsroom.settle()
    return newsroom


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("eko", ["Ekobrottsmyndigheten", "Så bekämpas organiserad ekobrottslighet"]),
        ("ek", ["Ekobrottsmyndigheten"]),
        ("EBM", ["Ekobrottsmyndigheten"]),
        ("organiserad b", ["Organiserad brottslighet", "Så bekämpas organiserad ekobrottslighet"]),
        ("bek org", ["Så bekämpas organiserad ekobrottslighet"]),
        ("andr", ["Ändringar i öppettiderna"]),
        ("ÖPP", ["Ändringar i öppettiderna"]),
        ("economic", ["Ekobrottsmyndigheten"]),
        ("brotts", ["Organiserad brottslighet"]),
        ("zebra", []),
        ("", []),
        (" - ", []),
    ],
)
def test_what_begins_so(stocked: Newsroom, client: Client, typed: str, titles: list[str]) -> None:
    assert [item["title"] for item in suggest(client, typed)] == titles


def test_each_says_what_it_is_and_where(stocked: Newsroom, client: Client) -> None:
    assert suggest(client, "organiserad brottslighet") == [
        {"type": "articles.Topic", "title": "Organiserad brottslighet", "url": "/amnen/organiserad/"}
    ]
    assert suggest(client, "eco", "en") == [
        {"type": "agencies.Agency", "title": "Swedish Economic Crime Authority", "url": "/en/agencies/ebm/"}
    ]
    assert suggest(client, "organiserad", "en") == []


def test_the_example_has_the_shape_of_what_is_suggested(stocked: Newsroom, client: Client) -> None:
    said = client.get("/api/v2/search/suggest/?q=organiserad").json()
    assert shape(said) == shape(contract("suggest"))


def test_eight_at_most_the_latest_first_in_one_query(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(10):
        newsroom.release(f"Kontroll {number}")
    newsroom.settle()
    with django_assert_num_queries(1):
        assert [item["title"] for item in suggest(client, "kont")] == [
            f"Kontroll {n}" for n in range(9, 1, -1)
        ]


def test_nothing_hidden_is_suggested(newsroom: Newsroom, client: Client) -> None:
    newsroom.release("Hemlighetsord ett", live=False)
    expired = newsroom.release("Hemlighetsord två")
    newsroom.release("Hemlighetsord tre").unpublish()
    newsroom.settle()
    Current.objects.filter(key=f"page:{expired.pk}").update(visible_until=timezone.now())
    assert suggest(client, "hem") == []


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "q"), ("q=%00", "q"), ("q=" + "x" * 101, "q"), ("q=" + "x" * 10_000, "q"), ("q=a&q=b", "q"),
        ("q=a&locale=de", "locale"), ("q=a&limit=9", "limit"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named(db: None, client: Client, query: str, parameter: str) -> None:
    response = client.get(f"/api/v2/search/suggest/?{query}")
    assert (response.status_code, response.json()["parameter"]) == (400, parameter)


def test_nothing_that_is_typed_is_a_fault(stocked: Newsroom, client: Client) -> None:
    for typed in NASTY:
        for locale in ("sv", "en"):
            suggest(client, typed[:100], locale)
