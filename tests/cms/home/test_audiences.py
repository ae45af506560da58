"""Audiences: their document and order, the ways they are shown, and the pages that are meant for them."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page

from articles.models import AudienceLink, InformationPage
from articles.shapes import AudienceName
from articles.translated_links import translate_links
from cms.publishing.build import build
from cms.publishing.models import Mark
from home.audiences.documents import AudienceSource
from home.models import Audience, SiteSettings
from tests.cms.api.test_pages import get
from tests.cms.articles.examples import contract, make_promo
from tests.cms.articles.test_documents import shape
from tests.cms.articles.test_reserved_addresses import faults
from tests.cms.conftest import Newsroom

ELSEWHERE = {"page": None, "url": "https://www.domstol.se/", "text": "Att läsa en dom", "description": ""}


@pytest.fixture
def make(newsroom: Newsroom) -> Any:
    """Make an audience as an editor's form does."""
    SiteSettings.objects.create(name="Myndigheten")

    def make(name: str = "Journalist", order: int = 1, locale: str = "sv", **fields: Any) -> Audience:
        given = {"intro": "Här börjar du.", "slug": name.lower(), "paths": [("path", ELSEWHERE)]}
        audience = Audience(
            name=name,
            sort_order=order,
            locale=Locale.objects.get(language_code=locale),
            **(given | fields),
        )
        audience.full_clean()
        audience.save()
        return audience

    return make


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    return client


def meant_for(newsroom: Newsroom, title: str, *audiences: Audience, **fields: Any) -> Any:
    links = [AudienceLink(audience=audience, sort_order=n) for n, audience in enumerate(audiences)]
    return newsroom.information(title, audience_links=links, **fields)


def test_an_audience_has_the_fields_of_its_example(make: Any, newsroom: Newsroom, client: Client) -> None:
    way = {"page": newsroom.press, "url": "", "text": "", "description": "Allt vi har publicerat."}
    journalist = make(paths=[("path", way), ("path", ELSEWHERE)])
    make("Reporter", locale="en", translation_key=journalist.translation_key)
    make_promo(newsroom.home.locale, audience=journalist)
    newsroom.settle()
    found = get(client, f"audiences/{journalist.pk}/")
    assert shape(found) == shape(contract("audience"))
    assert [(path["text"], path["url"], path["external"]) for path in found["paths"]] == [
        ("Press", "/press/", False),
        ("Att läsa en dom", "https://www.domstol.se/", True),
    ]
    assert found["alternates"] == [{"locale": "en", "title": "Reporter", "url": "/en/you-are/reporter/"}]
    assert found == get(client, "audiences/find/?slug=journalist")
    assert get(client, "pages/find/?html_path=/du-ar/journalist/")["id"] == journalist.pk
    AudienceName.model_validate(AudienceSource().refer(journalist, "link", "sv"))


def test_the_list_is_in_the_editors_order_in_each_language(
    make: Any, newsroom: Newsroom, client: Client
) -> None:
    for order, name in enumerate(["Vittne", "Åklagare", "Journalist"]):
        make(name, order, slug=f"nummer-{order}")
    make("Citizen", locale="en")
    newsroom.settle()
    listed = get(client, "audiences/?locale=sv")
    assert [item["name"] for item in listed["items"]] == ["Vittne", "Åklagare", "Journalist"]
    assert shape(listed["items"][0]) == shape(contract("lists/audiences")["items"][0])
    site = get(client, "site/")["audiences"]
    assert [item["title"] for item in site] == ["Vittne", "Åklagare", "Journalist"]
    assert set(site[0]) == set(contract("site")["audiences"][0])
    assert get(client, "audiences/?locale=en")["meta"]["total_count"] == 1


def test_a_way_to_a_page_that_is_no_longer_public_is_left_out_and_comes_back(
    make: Any, newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.information("Hemlig", live=False)
    journalist = make(paths=[("path", {"page": page, "url": "", "text": "", "description": ""})])
    newsroom.settle()
    assert get(client, f"audiences/{journalist.pk}/")["paths"] == []
    page.save_revision().publish()
    newsroom.settle()
    assert get(client, f"audiences/{journalist.pk}/")["paths"][0]["text"] == "Hemlig"


def test_pages_are_listed_for_those_that_they_are_meant_for(
    make: Any, newsroom: Newsroom, client: Client
) -> None:
    journalist, teacher = make(), make("Lärare", 2, slug="larare")
    both = meant_for(newsroom, "För båda", teacher, journalist)
    meant_for(newsroom, "För lärare", teacher)
    meant_for(newsroom, "Utkast", journalist, live=False)
    newsroom.information("För alla")
    newsroom.settle()

    def titles(query: str) -> list[str]:
        return [page["title"] for page in get(client, f"pages/?order=title&{query}")["items"]]

    assert titles(f"audience={journalist.pk}") == ["För båda"]
    assert titles(f"audience={journalist.pk},{teacher.pk}") == ["För båda", "För lärare"]
    assert titles("audience=0") == []
    assert titles("audience=alla") == []
    named = get(client, f"pages/{both.pk}/")["audiences"]
    assert named == [AudienceSource().refer(each, "link", "sv") for each in (teacher, journalist)]


def test_a_new_name_is_on_the_pages_and_a_former_address_leads_on(
    make: Any, newsroom: Newsroom, client: Client
) -> None:
    journalist = make()
    page = meant_for(newsroom, "För medier", journalist)
    newsroom.settle()
    journalist.name, journalist.slug = "Reporter", "reporter"
    journalist.save()
    newsroom.settle()
    assert get(client, f"pages/{page.pk}/")["audiences"][0]["name"] == "Reporter"
    assert get(client, "audiences/find/?slug=journalist")["location"] == "/du-ar/reporter/"


def test_building_makes_no_query(make: Any, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    journalist = make()
    thing = AudienceSource().load([str(journalist.pk)])[str(journalist.pk)].thing
    with django_assert_num_queries(0):
        AudienceSource().build(thing)
    assert build([f"audience:{journalist.pk}"])[f"audience:{journalist.pk}"].document


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "", "slug": "x"}, "name"),
        ({"intro": ""}, "intro"),
        ({"slug": "två ord"}, "slug"),
        ({"name": "x" * 61, "slug": "x"}, "name"),
    ],
)
def test_what_may_not_be_saved(make: Any, fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as raised:
        make(**fields)
    assert set(raised.value.message_dict) == {field}


@pytest.mark.parametrize(
    "ways",
    [
        [],
        [ELSEWHERE | {"url": "inte en adress"}],
        [ELSEWHERE | {"url": "javascript:alert(1)"}],
        [ELSEWHERE | {"text": ""}],
        [ELSEWHERE | {"url": ""}],
        [ELSEWHERE] * 11,
    ],
)
def test_ways_that_the_form_refuses(ways: list[dict[str, Any]]) -> None:
    field = Audience._meta.get_field("paths")
    with pytest.raises(ValidationError):
        field.formfield().clean(Audience(paths=[("path", way) for way in ways]).paths)


def test_two_of_one_language_share_neither_name_nor_address(make: Any) -> None:
    make()
    make(locale="en")
    for fields in ({"slug": "annan"}, {"name": "Annan", "slug": "journalist"}):
        with pytest.raises(ValidationError):
            make(**fields)


def test_its_addresses_are_the_sites_own(newsroom: Newsroom) -> None:
    assert "slug" in faults(newsroom, "du-ar", newsroom.home)


def test_moving_one_publishes_the_new_order(make: Any, newsroom: Newsroom, admin: Client) -> None:
    names = ["Ett", "Två", "Tre"]
    made = [make(name, order, slug=f"nummer-{order}") for order, name in enumerate(names)]
    make("One", 0, locale="en")
    newsroom.settle()
    answer = admin.post(f"/admin/snippets/home/audience/reorder/{made[2].pk}/?position=0")
    assert answer.status_code == 200
    assert Mark.objects.filter(key__startswith="audience:").count() == 4  # the saved one has two
    newsroom.settle()
    assert [item["title"] for item in get(admin, "site/")["audiences"]] == ["Tre", "Ett", "Två"]


def test_a_page_that_is_copied_to_be_translated_names_the_translations(make: Any, newsroom: Newsroom) -> None:
    journalist, teacher = make(), make("Lärare", 2, slug="larare")
    english = make("Reporter", locale="en", translation_key=journalist.translation_key)
    page = meant_for(newsroom, "För medier", journalist, teacher)
    locale = Locale.objects.get(language_code="en")
    newsroom.home.copy_for_translation(locale)
    copied = page.copy_for_translation(locale)
    translate_links(copied)
    draft = InformationPage.objects.get(pk=copied.pk).get_latest_revision_as_object()
    assert [link.audience for link in draft.audience_links.all()] == [english, teacher]


@pytest.mark.usefixtures("wagtail_indexes")
def test_one_that_pages_name_is_not_deleted(make: Any, newsroom: Newsroom, admin: Client) -> None:
    journalist = make()
    page = meant_for(newsroom, "För medier", journalist)
    address = f"/admin/snippets/home/audience/delete/{journalist.pk}/"
    admin.post(address)
    assert Audience.objects.exists()
    Page.objects.get(pk=page.pk).delete()
    admin.post(address)
    assert not Audience.objects.exists()


def test_who_may_not(make: Any, client: Client) -> None:
    journalist = make()
    writer = get_user_model().objects.create_user("skribent", "skribent@example.se", "x")
    writer.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(writer)
    for address in (
        "add/",
        f"edit/{journalist.pk}/",
        f"delete/{journalist.pk}/",
        f"reorder/{journalist.pk}/",
    ):
        answer = client.post(f"/admin/snippets/home/audience/{address}", {"name": "Falsk"})
        assert answer.status_code in (302, 403)
    assert list(Audience.objects.values_list("name", flat=True)) == ["Journalist"]
