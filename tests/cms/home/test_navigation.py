"""The menu: two levels of public pages in the editor's order, fresh with every page that it names."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.publishing import documents
from cms.publishing.build import build
from home.models import Navigation, SiteSettings
from home.site_setup import set_up_site
from tests.cms.api.test_pages import get
from tests.cms.articles.examples import contract
from tests.cms.conftest import Newsroom


def section(page: Page, label: str = "", below: Any = ()) -> tuple[str, dict[str, Any]]:
    items = [{"page": each, "label": ""} for each in below]
    return "section", {"page": page, "label": label, "below": items}


@pytest.fixture
def pages(newsroom: Newsroom) -> dict[str, Any]:
    """A section with two pages, in a menu that calls it by another word."""
    SiteSettings.objects.create(name="Myndigheten")
    about = newsroom.information("Om myndigheten")
    found = {
        "about": about,
        "work": newsroom.information("Vårt arbete", about),
        "draft": newsroom.information("Utkast", about, live=False),
    }
    below = [found["draft"], found["work"]]
    Navigation.objects.create(items=[section(about, "Om oss", below), section(newsroom.press)])
    newsroom.settle()
    return found


def menu(client: Client, locale: str = "sv") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = get(client, f"site/?locale={locale}")["navigation"]
    return found


def titles(items: list[dict[str, Any]]) -> list[Any]:
    return [(item["title"], [below["title"] for below in item["children"]]) for item in items]


def test_pages_stand_in_the_editors_order_in_two_levels(pages: dict[str, Any], client: Client) -> None:
    found = menu(client)
    assert titles(found) == [("Om oss", ["Vårt arbete"]), ("Press", [])]
    example = contract("site")["navigation"]
    assert set(found[0]) == set(example[0])
    assert set(found[0]["children"][0]) == set(example[1]["children"][0])
    assert found[0]["url"] == f"/{pages['about'].slug}/"


def test_it_follows_the_pages_that_it_names(
    pages: dict[str, Any], newsroom: Newsroom, client: Client
) -> None:
    pages["work"].title, pages["work"].slug = "Så arbetar vi", "sa-arbetar-vi"
    pages["work"].save_revision().publish()
    pages["draft"].save_revision().publish()
    newsroom.settle()
    assert titles(menu(client))[0] == ("Om oss", ["Utkast", "Så arbetar vi"])
    assert menu(client)[0]["children"][1]["url"].endswith("/sa-arbetar-vi/")


def test_with_a_page_that_is_taken_down_goes_what_stands_below_it(
    pages: dict[str, Any], newsroom: Newsroom, client: Client
) -> None:
    Page.objects.get(pk=pages["about"].pk).specific.unpublish()
    newsroom.settle()
    assert titles(menu(client)) == [("Press", [])]


@pytest.mark.parametrize("how", ["delete", "restrict"])
def test_what_is_deleted_or_private_leaves_it(
    pages: dict[str, Any], newsroom: Newsroom, client: Client, how: str
) -> None:
    if how == "delete":
        Page.objects.get(pk=pages["work"].pk).delete()
    else:
        PageViewRestriction.objects.create(
            page_id=pages["work"].pk, restriction_type=PageViewRestriction.LOGIN
        )
    newsroom.settle()
    assert titles(menu(client)) == [("Om oss", []), ("Press", [])]


def test_each_language_has_its_own(pages: dict[str, Any], newsroom: Newsroom, client: Client) -> None:
    home = newsroom.home.copy_for_translation(Locale.objects.get(language_code="en"))
    home.save_revision().publish()
    newsroom.settle()
    assert menu(client, "en") == []
    row = Navigation.objects.get()
    row.english_items = [section(home, "Start")]
    row.save()
    newsroom.settle()
    assert titles(menu(client, "en")) == [("Start", [])]
    assert titles(menu(client))[0][0] == "Om oss"


def test_building_makes_no_query_and_a_long_menu_takes_as_many_as_a_short_one(
    pages: dict[str, Any], newsroom: Newsroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = documents.source_of("site:sv")
    assert isinstance(source, documents.DocumentSource)
    thing = source.load(["sv"])["sv"].thing
    build(["site:sv"])  # fills Wagtail's cache of root paths
    with django_assert_num_queries(0):
        source.build(thing)


def test_no_page_stands_twice(pages: dict[str, Any], newsroom: Newsroom) -> None:
    row = Navigation(items=[section(newsroom.press), section(pages["about"], below=[newsroom.press])])
    with pytest.raises(ValidationError) as raised:
        row.full_clean()
    assert raised.value.message_dict == {"items": ["”Press” står två gånger i menyn."]}


def test_the_form_keeps_the_menu_and_names_what_is_missing(
    pages: dict[str, Any], newsroom: Newsroom, client: Client
) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    row = Navigation.objects.get()
    address = f"/admin/settings/home/navigation/{row.pk}/"
    assert "Ord i menyn" in client.get(address).content.decode()

    def post(page: Any) -> Any:
        value = {"page": page, "label": "Nyheter", "below-count": 0}
        menus = {"items": streamfield([("section", value)]), "english_items": streamfield([])}
        return client.post(address, nested_form_data(menus))

    assert post("").status_code == 200
    assert post(newsroom.press.pk).status_code == 302
    newsroom.settle()
    assert titles(menu(client)) == [("Nyheter", [])]


def test_who_may_not(pages: dict[str, Any], client: Client) -> None:
    client.force_login(get_user_model().objects.create_user("skribent", "skribent@example.se", "x"))
    address = f"/admin/settings/home/navigation/{Navigation.objects.get().pk}/"
    assert client.post(address, {"items-count": 0, "english_items-count": 0}).status_code in (302, 403)
    assert len(Navigation.objects.get().items) == 2


def test_a_new_site_has_its_press_list_in_the_menu_and_an_editors_menu_stays(newsroom: Newsroom) -> None:
    assert "menu" in set_up_site("https://www.example.se", "Myndigheten")
    row = Navigation.objects.get()
    assert [item.value["page"].pk for item in row.items] == [newsroom.press.pk]
    row.items = []
    row.save()
    assert "menu" not in set_up_site("https://www.example.se", "Myndigheten")
    assert len(Navigation.objects.get().items) == 0
