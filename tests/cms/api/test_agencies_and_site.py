"""Agencies, and the site's own document."""

from __future__ import annotations

import json

from django.test import Client
from wagtail.models import Page

from cms.publishing.marks import mark_everything
from home.models import SiteSettings
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


def test_the_site_has_its_navigation_joined(newsroom: Newsroom, client: Client) -> None:
    SiteSettings.objects.create(name="Myndigheten", phone="010-123 45 67")
    shown = newsroom.information("I menyn", show_in_menus=True)
    newsroom.information("Inte i menyn")
    mark_everything()
    newsroom.settle()
    site = get(client, "site/?locale=sv")
    assert site["name"] == "Myndigheten"
    assert {"id": shown.pk, "title": "I menyn", "url": f"/{shown.slug}/"} in site["navigation"]
    assert "Inte i menyn" not in json.dumps(site)
    Page.objects.get(pk=shown.pk).specific.unpublish()
    newsroom.settle()
    assert "I menyn" not in json.dumps(get(client, "site/"))
