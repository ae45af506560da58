"""Addresses that are reused, swapped, redirected by hand or spelled oddly."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.publishing.models import Current, Farewell
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow


def find(client: Client, path: str) -> tuple[int, Any]:
    response = client.get(f"/api/v2/pages/find/?html_path={quote(path)}")
    return response.status_code, json.loads(response.content)


def test_a_redirect_that_was_mended_leaves_nothing_at_its_old_path(
    newsroom: Newsroom, client: Client
) -> None:
    redirect = Redirect.objects.create(old_path="/felstavat", redirect_link="https://www.can.se/")
    newsroom.settle()
    assert find(client, "/felstavat/")[1]["location"] == "https://www.can.se/"
    redirect.old_path = "/rattstavat"
    redirect.save()
    newsroom.settle()
    assert find(client, "/felstavat/")[0] == 404
    redirect.delete()
    newsroom.settle()
    assert find(client, "/rattstavat/")[0] == 404


def test_a_redirect_that_is_removed_gives_a_moved_page_its_old_address_back(
    newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.information("Om oss")
    newsroom.settle()
    old = f"/{page.slug}/"
    page.slug = "ny"
    page.save_revision().publish()
    redirect = Redirect.objects.create(old_path=old, redirect_link="https://www.can.se/")
    newsroom.settle()
    assert find(client, old)[1]["location"] == "https://www.can.se/"
    redirect.delete()
    newsroom.settle()
    assert find(client, old)[1]["location"] == "/ny/"


def test_a_redirect_from_a_query_takes_nobody_elses_path(newsroom: Newsroom, client: Client) -> None:
    Redirect.objects.create(old_path="/default.aspx?id=5", redirect_link="https://www.can.se/")
    newsroom.settle()
    assert find(client, "/default.aspx")[0] == 404


@pytest.mark.parametrize("spelling", ["/pressmeddelande-på-väg/", "/pressmeddelande-pa\u030a-va\u0308g"])
def test_a_redirect_with_swedish_letters_is_found_however_they_are_composed(
    newsroom: Newsroom, client: Client, spelling: str
) -> None:
    Redirect.objects.create(
        old_path=Redirect.normalise_path("/pressmeddelande-p%C3%A5-v%C3%A4g/"),
        redirect_link="https://can.se/",
    )
    newsroom.settle()
    assert find(client, spelling)[1].get("location") == "https://can.se/"


def test_two_pages_that_swap_slugs_both_stand_at_their_own(newsroom: Newsroom, client: Client) -> None:
    one, two = newsroom.information("Ett"), newsroom.information("Två")
    newsroom.settle()
    first, second = one.slug, two.slug
    for page, slug in ((one, "tillfallig"), (two, first), (one, second)):
        page.refresh_from_db()
        page.slug = slug
        page.save_revision().publish()
        newsroom.settle()
    assert find(client, f"/{first}/")[1]["id"] == two.pk
    assert find(client, f"/{second}/")[1]["id"] == one.pk
    assert find(client, "/tillfallig/")[1]["location"] == f"/{second}/"


def test_a_page_made_where_another_was_deleted_moves_and_is_followed(
    newsroom: Newsroom, client: Client
) -> None:
    old = newsroom.information("Gammal")
    newsroom.settle()
    slug = old.slug
    Page.objects.get(pk=old.pk).delete()
    newsroom.settle()
    assert find(client, f"/{slug}/")[0] == 410
    new = newsroom.information("Ny")
    new.slug = slug
    new.save_revision().publish()
    newsroom.settle()
    assert find(client, f"/{slug}/")[1]["id"] == new.pk
    new.slug = "annanstans"
    new.save_revision().publish()
    newsroom.settle()
    assert find(client, f"/{slug}/")[1]["location"] == "/annanstans/"


def test_an_expired_page_is_gone_also_where_another_stood_before(newsroom: Newsroom, client: Client) -> None:
    """With the worker stopped, as with it running."""
    before, page = newsroom.information("Först"), newsroom.information("Sedan")
    newsroom.settle()
    slug = before.slug
    for each, name in ((before, "flyttad"), (page, slug)):
        each.slug = name
        each.save_revision().publish()
        newsroom.settle()
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=timezone.now() - timedelta(seconds=1))
    assert find(client, f"/{slug}/")[0] == 410


@pytest.mark.parametrize(
    "path",
    ["/%2e%2e/", "/../", "/\\evil/", "/\n/", "/%0a/", "/%25/", "/%C3/", "/%ed%a0%80/", "/ /", "/" + "x" * 1990,
     "/\u202e/", "/%2500/", "/?x", "/#x", "/%2F%2Fevil/", "/;x=1/"],
)  # fmt: skip
def test_odd_paths_are_answered_in_the_one_shape(newsroom: Newsroom, client: Client, path: str) -> None:
    status, said = find(client, path)
    assert status in (200, 400, 404)
    assert said.get("status", 200) == status


@pytest.mark.parametrize("query", ["format=xml", "format=api", "format=json", "_method=DELETE", "callback=x"])
@pytest.mark.parametrize(
    "accept", ["*/*", "text/html", "application/xml", "nonsense", "application/json;q=0"]
)
def test_negotiation_ends_in_a_problem_of_the_one_shape(
    newsroom: Newsroom, client: Client, query: str, accept: str
) -> None:
    response = client.get(f"/api/v2/pages/?{query}", headers={"accept": accept})
    assert response["Content-Type"] == "application/problem+json"
    assert 400 <= response.status_code < 410


def test_what_is_over_by_the_clock_is_no_successor_and_no_redirects_end(
    newsroom: Newsroom, client: Client
) -> None:
    page, successor = newsroom.information("Borta"), newsroom.information("Utgången efterträdare")
    newsroom.settle()
    Farewell.objects.create(page=page, successor=successor)
    page.unpublish()
    old, successor.slug = successor.slug, "flyttad-och-over"
    successor.save_revision().publish()
    newsroom.settle()
    Current.objects.filter(key=f"page:{successor.pk}").update(
        visible_until=timezone.now() - timedelta(seconds=1)
    )
    assert find(client, f"/{page.slug}/")[1]["successor"] is None
    assert "flyttad-och-over" not in json.dumps(find(client, f"/{old}/"))


def test_agencies_are_not_each_others_translations(newsroom: Newsroom, client: Client) -> None:
    agencies = [newsroom.agency(f"Myndighet {number}") for number in range(2)]
    newsroom.settle()
    assert "alternates" not in find(client, f"/myndigheter/{agencies[0].slug}/")[1]
