"""Lists of agencies, topics and the like: the same ways to cut them into parts as for pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale

from articles.topics.models import Topic
from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom

NAMES = ("Arkivet", "Polisen", "Tullverket", "Åklagaren", "Ödesverket")
RESOURCES = ("agencies", "topics", "contacts", "fee-schedules", "audiences", "promos")


@pytest.fixture
def agencies(newsroom: Newsroom) -> list[Any]:
    made = [newsroom.agency(name) for name in NAMES]
    newsroom.settle()
    return made


def test_parts_make_the_whole(agencies: list[Any], client: Client) -> None:
    assert [item["name"] for item in get(client, "agencies/")["items"]] == list(NAMES)
    assert [item["name"] for item in get(client, "agencies/?limit=2&offset=3")["items"]] == list(NAMES[3:])
    seen, after = [], ""
    while after is not None:
        part = get(client, f"agencies/?limit=2&after={after}" if after else "agencies/?limit=2")
        seen += [item["name"] for item in part["items"]]
        after = part["meta"]["next_after"]
        assert part["meta"]["total_count"] == len(NAMES)
    assert seen == list(NAMES)


def test_some_are_found_by_id_and_none_of_another_kind(agencies: list[Any], client: Client) -> None:
    ids = f"{agencies[0].pk},{agencies[2].pk},99999"
    assert [item["name"] for item in get(client, f"agencies/?id={ids}")["items"]] == ["Arkivet", "Tullverket"]
    assert get(client, f"topics/?id={ids}")["items"] == []


def test_a_language_has_its_own_and_what_has_none(newsroom: Newsroom, client: Client) -> None:
    for code, name in (("sv", "Smuggling"), ("en", "Smuggling of goods")):
        Topic.objects.create(name=name, slug=code, locale=Locale.objects.get(language_code=code))
    newsroom.agency("Tullverket")
    newsroom.settle()
    assert [item["name"] for item in get(client, "topics/?locale=en")["items"]] == ["Smuggling of goods"]
    assert get(client, "topics/")["meta"]["total_count"] == 2
    assert get(client, "agencies/?locale=en")["meta"]["total_count"] == 1


@pytest.mark.parametrize("resource", RESOURCES)
def test_each_takes_three_queries_at_most(
    agencies: list[Any], client: Client, resource: str, django_assert_max_num_queries: Any
) -> None:
    for query in ("", "?limit=2&offset=1&locale=sv", "?id=1,2,3", "?fields=*"):
        with django_assert_max_num_queries(3):
            get(client, f"{resource}/{query}")


@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("order=name", "order"), ("type=x", "type"), ("agency=1", "agency"), ("facets=agency", "facets"),
        ("fields=secret", "fields"), ("fields=body", "fields"), ("after=x", "after"), ("limit=101", "limit"),
        ("offset=-1", "offset"), ("id=%00", "id"), ("limit=21&fields=*", "limit"), ("locale=SV", "locale"),
        ("child_of=1", "child_of"),
    ],
)  # fmt: skip
def test_what_is_not_theirs_is_refused(
    db: None, client: Client, resource: str, query: str, parameter: str
) -> None:
    assert get(client, f"{resource}/?{query}", 400)["parameter"] == parameter
