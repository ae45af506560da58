"""``sitemap/``: every public address in parts, with its translations and the day that matters, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from articles.topics.models import Topic
from cms.api import sitemap
from cms.publishing.models import Current
from home.site_settings import SiteSettings
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import shape
from tests.cms.conftest import Newsroom


@pytest.fixture(autouse=True)
def told_who_it_is(newsroom: Newsroom) -> None:
    """Without it no page of the visitor site can be shown, so none is told of."""
    SiteSettings.objects.create(name="Myndigheten")
    newsroom.settle()


def asked(client: Client, query: str = "", status: int = 200) -> Any:
    response = client.get(f"/api/v2/sitemap/{query}")
    assert response.status_code == status, response.content
    return response.json()


def in_english(newsroom: Newsroom) -> None:
    """The home page in English too."""
    newsroom.home.copy_for_translation(Locale.objects.get(language_code="en")).save_revision().publish()
    newsroom.settle()


def everything(client: Client) -> dict[str, dict[str, Any]]:
    """All addresses, by themselves, through the parts that there are."""
    found: dict[str, dict[str, Any]] = {}
    for part in asked(client)["meta"]["parts"]:
        answer = asked(client, f"?part={part['part']}")
        assert answer["meta"]["parts"] == [part]
        assert answer["meta"]["total_count"] == len(answer["items"]) == part["count"] <= sitemap.SIZE
        for item in answer["items"]:
            assert item["url"] not in found
            found[item["url"]] = item
    return found


def test_it_has_every_public_address_and_no_other(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.release("Tillslag")
    newsroom.release("Utkast", live=False)
    private, over = newsroom.release("Hemligt"), newsroom.release("Utgången")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    over.expire_at = timezone.now() + timedelta(seconds=1)
    over.save_revision().publish()
    newsroom.agency("Tullverket", slug="tullverket")
    Topic.objects.create(name="Tull", slug="tull", locale=Locale.objects.get(language_code="sv"))
    newsroom.settle()
    Current.objects.filter(key=f"page:{over.pk}").update(visible_until=timezone.now() - timedelta(seconds=1))
    year = timezone.localtime().year
    assert set(everything(client)) == {
        "/", "/press/", f"/press/{year}/{page.slug}/", "/myndigheter/tullverket/", "/amnen/tull/",
    }  # fmt: skip


def test_a_page_says_when_it_changed_in_a_way_that_matters(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.release("Tillslag")
    newsroom.settle()
    told = client.get(f"/api/v2/pages/{page.pk}/").json()
    found = everything(client)
    assert found[told["url"]]["updated_at"] == told["published_at"]
    assert found["/"]["updated_at"] is None
    at = timezone.now() + timedelta(minutes=1)
    page.changes.create(kind="update", at=at, note="Nytt.", revision_id=page.save_revision().pk)
    page.save_revision().publish()
    newsroom.settle()
    told = client.get(f"/api/v2/pages/{page.pk}/").json()
    assert everything(client)[told["url"]]["updated_at"] == told["updated_at"] is not None
    (part,) = (part for part in asked(client)["meta"]["parts"] if part["part"])
    assert part["updated_at"] == told["updated_at"]


def test_translations_name_each_other_and_an_agency_is_in_each_language(
    newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.release("Tillslag")
    newsroom.agency("Tullverket", slug="tullverket")
    in_english(newsroom)
    found = everything(client)
    assert found["/"]["alternates"] == [{"locale": "en", "url": "/en/"}]
    assert found["/en/"]["alternates"] == [{"locale": "sv", "url": "/"}]
    assert found[client.get(f"/api/v2/pages/{page.pk}/").json()["url"]]["alternates"] == []
    assert found["/en/agencies/tullverket/"]["alternates"] == [
        {"locale": "sv", "url": "/myndigheter/tullverket/"}
    ]
    for item in found.values():
        for other in item["alternates"]:
            assert {"locale": item["locale"], "url": item["url"]} in found[other["url"]]["alternates"]


def test_a_language_whose_home_page_is_a_draft_has_no_address(newsroom: Newsroom, client: Client) -> None:
    newsroom.agency("Tullverket", slug="tullverket")
    Topic.objects.create(name="Customs", slug="customs", locale=Locale.objects.get(language_code="en"))
    newsroom.settle()
    found = everything(client)
    assert [url for url in found if url.startswith("/en/")] == []
    assert found["/myndigheter/tullverket/"]["alternates"] == []


def test_without_a_name_no_page_can_be_shown_and_none_is_told_of(newsroom: Newsroom, client: Client) -> None:
    assert set(everything(client)) == {"/", "/press/"}
    Current.objects.filter(key__startswith="site:").delete()
    assert everything(client) == {}


def test_a_part_is_where_its_numbers_are(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [newsroom.release(f"Tillslag {number}") for number in range(3)]
    newsroom.settle()
    monkeypatch.setattr(sitemap, "SIZE", 2)
    monkeypatch.setattr(sitemap, "PARTS", sitemap.PARTS.replace("/ 5000", "/ 2"))
    for page in pages:
        answer = asked(client, f"?part={1 + (page.pk - 1) // 2}")
        assert f"/{page.slug}/" in [item["url"][-len(page.slug) - 2 :] for item in answer["items"]]
    assert len(everything(client)) == 5
    assert len(asked(client)["meta"]["parts"]) >= 2


def test_one_query_whatever_it_holds(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        newsroom.release(f"Tillslag {number}", agencies=[newsroom.agency(f"Myndighet {number}")])
    newsroom.settle()
    for query in ("", "?part=0", "?part=1"):
        with django_assert_num_queries(1):
            asked(client, query)


def test_a_copy_is_asked_about(newsroom: Newsroom, client: Client) -> None:
    first = client.get("/api/v2/sitemap/?part=1")
    held = {"If-None-Match": first["ETag"]}
    assert client.get("/api/v2/sitemap/?part=1", headers=held).status_code == 304
    newsroom.release("Tillslag")
    newsroom.settle()
    assert client.get("/api/v2/sitemap/?part=1", headers=held).status_code == 200


@pytest.mark.parametrize(
    "query", ["?part=-1", "?part=x", "?part=1.0", "?part=9999999", "?part=", "?page=1", "?part=1&part=2"]
)
def test_what_is_no_part_is_refused(newsroom: Newsroom, client: Client, query: str) -> None:
    assert asked(client, query, 400)["parameter"] in ("part", "page")


def test_a_part_that_is_not_there_is_empty(newsroom: Newsroom, client: Client) -> None:
    assert asked(client, "?part=999") == {"meta": {"total_count": 0, "parts": []}, "items": []}


def test_it_is_as_its_example(newsroom: Newsroom, client: Client) -> None:
    newsroom.release("Tillslag")
    in_english(newsroom)
    said = asked(client, "?part=1")
    example = contract("lists/sitemap")
    assert shape(said["meta"]) == shape(example["meta"])
    assert [shape(item) for item in said["items"][:1]] == [shape(item) for item in example["items"][:1]]
