"""The home page and the site's document in each language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.checks import run_checks
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, PageViewRestriction, Site

from cms.publishing import documents
from cms.publishing.build import build
from cms.publishing.models import Current, Mark
from home.models import Highlight, HomePage, SiteSettings
from tests.cms.articles.examples import contract
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def settings_row(newsroom: Newsroom) -> SiteSettings:
    return SiteSettings.objects.create(
        name="Ekobrottsmyndigheten",
        english_name="Swedish Economic Crime Authority",
        tagline="Mot ekonomisk brottslighet",
        address="Box 22098\r\n104 22 Stockholm",
        footer_links=[
            ("link", {"page": newsroom.home, "url": "", "text": "Hem"}),
            ("link", {"page": None, "url": "https://polisen.se/", "text": "Polisen"}),
        ],
    )


def english_home(newsroom: Newsroom) -> HomePage:
    locale = Locale.objects.get(language_code="en")
    home = newsroom.home.copy_for_translation(locale)
    home.title, home.slug = "Authority", "home-en"
    home.save_revision().publish()
    return HomePage.objects.get(pk=home.pk)


def site(locale: str = "sv") -> dict[str, object]:
    document = build([f"site:{locale}"])[f"site:{locale}"].document
    assert document is not None
    return document.body


def test_the_site_has_the_fields_of_its_example(settings_row: SiteSettings) -> None:
    example = contract("site")
    body = site()
    assert set(body) == set(example) - {"notices", "accessibility_statement", "audiences"}
    for part in ("meta", "contact", "footer"):
        assert set(body[part]) == set(example[part])
    assert body["footer"]["links"] == [
        {"text": "Hem", "url": "/"},
        {"text": "Polisen", "url": "https://polisen.se/"},
    ]
    assert set(body["contact"]["press"]) == set(example["contact"]["press"])
    assert body["contact"]["address"] == "Box 22098\n104 22 Stockholm"


def test_english_texts_fall_back_to_swedish(newsroom: Newsroom, settings_row: SiteSettings) -> None:
    english_home(newsroom)
    body = site("en")
    assert (body["name"], body["tagline"]) == (
        "Swedish Economic Crime Authority",
        "Mot ekonomisk brottslighet",
    )
    assert body["locales"] == [
        {"locale": "sv", "name": "Svenska", "url": "/"},
        {"locale": "en", "name": "English", "url": "/en/"},
    ]


def test_a_language_whose_home_page_is_a_draft_is_left_out(
    newsroom: Newsroom, settings_row: SiteSettings
) -> None:
    english_home(newsroom).unpublish()
    assert [language["locale"] for language in site()["locales"]] == ["sv"]


def unpublish(home: HomePage) -> None:
    home.unpublish()


def close(home: HomePage) -> None:
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)


def open_again(home: HomePage) -> None:
    PageViewRestriction.objects.get(page=home).delete()


def publish(home: HomePage) -> None:
    home.get_latest_revision().publish()


@pytest.mark.parametrize(("hide", "show"), [(unpublish, publish), (close, open_again)])
def test_a_language_is_public_with_its_home_page(
    newsroom: Newsroom,
    settings_row: SiteSettings,
    client: Client,
    hide: Callable[[HomePage], None],
    show: Callable[[HomePage], None],
) -> None:
    english = english_home(newsroom)
    newsroom.settle()
    assert client.get("/api/v2/site/?locale=en").status_code == 200
    hide(english)
    newsroom.settle()
    assert client.get("/api/v2/site/?locale=en").status_code == 404
    assert Current.objects.filter(key="site:sv").exists()
    show(HomePage.objects.get(pk=english.pk))
    newsroom.settle()
    assert client.get("/api/v2/site/?locale=en").status_code == 200


def test_the_swedish_site_is_told_of_without_its_home_page(
    newsroom: Newsroom, settings_row: SiteSettings, client: Client
) -> None:
    unpublish(newsroom.home)
    newsroom.settle()
    assert client.get("/api/v2/pages/find/?html_path=/").status_code == 410
    assert client.get("/api/v2/site/").json()["name"] == "Ekobrottsmyndigheten"


def test_saving_the_settings_marks_every_language(settings_row: SiteSettings) -> None:
    Mark.objects.all().delete()
    settings_row.save()
    assert set(Mark.objects.values_list("key", flat=True)) == {"site:sv", "site:en"}


def test_highlights_are_public_pages_in_order(newsroom: Newsroom) -> None:
    first, second, draft = (
        newsroom.release("Ett"),
        newsroom.information("Två"),
        newsroom.release("Tre", live=False),
    )
    for order, page in enumerate([second, draft, first]):
        Highlight.objects.create(home=newsroom.home, page=page, sort_order=order)
    Highlight.objects.create(home=newsroom.home, page=None, sort_order=9)
    document = build([f"page:{newsroom.home.pk}"])[f"page:{newsroom.home.pk}"].document
    assert document is not None
    example = contract("pages/home")
    joined = {"breadcrumbs", "children", "siblings", "section", "alternates", "related", "previous", "next"}
    assert set(document.body) == set(example) - joined
    assert [page["title"] for page in document.body["highlights"]] == ["Två", "Ett"]
    assert set(document.body["highlights"][0]) == set(example["highlights"][0])


def test_building_makes_no_query(
    settings_row: SiteSettings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = documents.source_of("site:sv")
    assert isinstance(source, documents.DocumentSource)
    thing = source.load(["sv"])["sv"].thing
    source.build(thing)  # fills Wagtail's cache of root paths
    with django_assert_num_queries(0):
        source.build(thing)


def test_a_second_site_is_refused(newsroom: Newsroom) -> None:
    assert not [found for found in run_checks(databases=["default"]) if found.id == "home.E001"]
    Site.objects.create(hostname="annan.example.se", port=443, root_page=newsroom.home)
    assert [found for found in run_checks(databases=["default"]) if found.id == "home.E001"]
