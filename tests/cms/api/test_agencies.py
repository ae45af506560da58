"""Agencies."""

from __future__ import annotations

from django.test import Client

from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom


def test_agencies_come_in_swedish_order(newsroom: Newsroom, client: Client) -> None:
    for name in ("Öresundsverket", "Åklagarmyndigheten", "Zoologen", "Ärendenämnden", "arkivet"):
        newsroom.agency(name)
    newsroom.settle()
    listed = get(client, "agencies/")
    names = [item["name"] for item in listed["items"]]
    assert names == ["arkivet", "Zoologen", "Åklagarmyndigheten", "Ärendenämnden", "Öresundsverket"]
    assert listed["meta"]["total_count"] == 5


def test_an_agency_by_id_and_slug(newsroom: Newsroom, client: Client) -> None:
    agency = newsroom.agency("Tullverket", slug="tullverket", english_name="Swedish Customs")
    newsroom.settle()
    found = get(client, "agencies/find/?slug=tullverket")
    assert found == get(client, f"agencies/{agency.pk}/")
    assert found["english_name"] == "Swedish Customs"
    get(client, "agencies/find/?slug=finns-inte", 404)
    get(client, "agencies/999/", 404)


def test_a_former_slug_leads_to_the_agency(newsroom: Newsroom, client: Client) -> None:
    agency = newsroom.agency("Tullverket", slug="tullverket")
    newsroom.settle()
    agency.slug = "nya-tullverket"
    agency.save()
    newsroom.settle()
    assert get(client, "agencies/find/?slug=tullverket")["location"] == "/myndigheter/nya-tullverket/"
