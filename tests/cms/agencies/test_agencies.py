"""Agencies: what is published of one, its order and address, and its number."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agencies.documents import AgencySource
from agencies.models import Agency, FormerName
from agencies.organisation_number import printed
from cms.publishing.build import build
from tests.cms.articles.examples import contract, make_picture
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(newsroom: Newsroom) -> Agency:
    agency = newsroom.agency(
        "Ekobrottsmyndigheten",
        slug="ekobrottsmyndigheten",
        short_name="EBM",
        english_name="Swedish Economic Crime Authority",
        description="<p>Utreder och förebygger ekonomisk brottslighet.</p>",
        english_description="<p>Investigates and prevents economic crime.</p>",
        website="https://www.ekobrottsmyndigheten.se/",
        organisation_number="202100-4979",
    )
    FormerName.objects.create(agency=agency, name="Statens ekobrottsenhet", until=date(1998, 12, 31))
    return agency


def test_an_agency_is_published_as_its_example(bureau: Agency) -> None:
    document = build([f"agency:{bureau.pk}"])[f"agency:{bureau.pk}"].document
    assert document is not None
    for found, example in ((document.body, "agency"), (document.card, "lists/agencies")):
        expected = contract(example)
        expected = expected.get("items", [expected])[0]
        for name in ("id", "meta"):
            assert set(found[name]) == set(expected[name]) if name == "meta" else found[name]
        assert {k: v for k, v in found.items() if k not in ("id", "meta")} == {
            k: v for k, v in expected.items() if k not in ("id", "meta")
        }


def test_a_logo_comes_with_it(bureau: Agency) -> None:
    bureau.logo = make_picture()
    bureau.save()
    document = build([f"agency:{bureau.pk}"])[f"agency:{bureau.pk}"].document
    assert document is not None
    assert set(document.body["logo"]["renditions"]) == {
        "card",
        "text",
        "wide",
        "plain",
        "share",
        "press",
    }
    assert set(document.card["logo"]["renditions"]) == {"card"}


def test_an_english_document_names_it_in_english(bureau: Agency) -> None:
    said = AgencySource().refer(bureau, "link", "en")
    assert said["name"] == "Swedish Economic Crime Authority"
    assert said["url"] == "/en/agencies/ekobrottsmyndigheten/"
    bureau.english_name = ""
    assert AgencySource().refer(bureau, "link", "en")["name"] == "Ekobrottsmyndigheten"


def test_building_makes_no_query(bureau: Agency, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    loaded = AgencySource().load([str(bureau.pk)])[str(bureau.pk)]
    with django_assert_num_queries(0):
        AgencySource().build(loaded.thing)


def test_agencies_stand_in_swedish_order(newsroom: Newsroom) -> None:
    for name in ("Ö", "Åklagarmyndigheten", "Ärkebiskopen", "Zoo", "Arbetsförmedlingen"):
        newsroom.agency(name)
    names = list(Agency.objects.values_list("name", flat=True))
    assert names == ["Arbetsförmedlingen", "Zoo", "Åklagarmyndigheten", "Ärkebiskopen", "Ö"]


def test_an_address_is_made_of_the_name(newsroom: Newsroom) -> None:
    assert Agency.objects.create(name="Åklagarmyndigheten").slug == "aklagarmyndigheten"


@pytest.mark.parametrize("text", ["202100-4979", "2021004979", " 202100-4979 "])
def test_a_number_is_kept_as_it_is_printed(text: str) -> None:
    assert printed(text) == "202100-4979"


@pytest.mark.parametrize(
    "text", ["202100-4978", "202100-497", "20210-04979", "abcdef-ghij", "16202100-4979", "٢٠٢١٠٠-٤٩٧٩"]
)
def test_what_is_not_a_number(text: str) -> None:
    with pytest.raises(ValidationError):
        printed(text)


def test_the_field_checks_and_prints(bureau: Agency) -> None:
    bureau.organisation_number = "2021004979"
    bureau.full_clean()
    assert bureau.organisation_number == "202100-4979"
    bureau.organisation_number = "2021004970"
    with pytest.raises(ValidationError):
        bureau.full_clean()


def test_editors_find_and_edit_agencies_in_swedish(bureau: Agency, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    listing = client.get("/admin/snippets/agencies/agency/?q=EBM").content.decode()
    assert "Ekobrottsmyndigheten" in listing
    assert "Organisationsnummer" in listing
    form = client.get(f"/admin/snippets/agencies/agency/edit/{bureau.pk}/").content.decode()
    assert "Kortnamn" in form


@pytest.mark.usefixtures("wagtail_indexes")
def test_an_agency_that_articles_name_is_not_deleted(
    bureau: Agency, newsroom: Newsroom, client: Client
) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    newsroom.release(agencies=[bureau])
    client.post(f"/admin/snippets/agencies/agency/delete/{bureau.pk}/")
    assert Agency.objects.filter(pk=bureau.pk).exists()


def test_an_agency_that_nothing_names_can_be_deleted(bureau: Agency, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    client.post(f"/admin/snippets/agencies/agency/delete/{bureau.pk}/")
    assert not Agency.objects.exists()
