"""Promos: where they are shown, from when and until when, and what may not be saved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale

from articles.admin.judging import faults_of
from articles.blocks.promo import PromoDetails as PromoShape
from cms.publishing import worker
from cms.publishing.schedule import Schedule
from home.models import Audience, HomePage, Promo, PromoLink
from home.periods import Standing
from home.promos.documents import PromoSource
from tests.cms.api.test_pages import get
from tests.cms.articles.examples import contract, make_promo
from tests.cms.articles.test_documents import shape
from tests.cms.conftest import Newsroom, kinds
from tests.cms.publishing.test_periods import pass_time

HOUR = timedelta(hours=1)


@pytest.fixture
def promo(newsroom: Newsroom) -> Promo:
    return make_promo(newsroom.home.locale)


@pytest.fixture
def teacher(newsroom: Newsroom) -> Audience:
    return Audience.objects.create(name="Lärare", intro="Material.", locale=newsroom.home.locale)


def page_with(newsroom: Newsroom, promo: Promo) -> Any:
    return newsroom.information(body=[{"type": "promo", "value": {"promo": promo.pk}}])


def shown(newsroom: Newsroom, client: Client, page: Any) -> list[str]:
    newsroom.settle()
    return [block["value"]["title"] for block in get(client, f"pages/{page.pk}/")["body"]]


def test_a_promo_has_the_fields_of_its_example(
    promo: Promo, teacher: Audience, newsroom: Newsroom, client: Client
) -> None:
    promo.audience = teacher
    promo.save()
    newsroom.settle()
    found = get(client, f"promos/{promo.pk}/")
    assert shape(found) == shape(contract("promo"))
    assert found["picture"]["alt"] == ""
    listed = get(client, "promos/?locale=sv")
    assert shape(listed) == shape(contract("lists/promos"))
    assert get(client, "promos/?locale=en")["items"] == []
    get(client, "promos/find/?slug=x", 404)


def test_it_is_shown_in_texts_on_the_home_page_and_on_its_audiences_page(
    promo: Promo, teacher: Audience, newsroom: Newsroom, client: Client
) -> None:
    page = page_with(newsroom, promo)
    home = HomePage.objects.get(pk=newsroom.home.pk)
    home.promo_links = [PromoLink(promo=promo)]
    home.save_revision().publish()
    promo.audience = teacher
    promo.save()
    assert shown(newsroom, client, page) == [promo.title]
    for address in (f"pages/{home.pk}/", f"audiences/{teacher.pk}/"):
        found = get(client, address)["promos"]
        assert [each["title"] for each in found] == [promo.title]
        PromoShape.model_validate(found[0])
    promo.title, promo.audience = "Ny rubrik", None
    promo.save()
    assert shown(newsroom, client, page) == ["Ny rubrik"]
    assert get(client, f"pages/{home.pk}/")["promos"][0]["title"] == "Ny rubrik"
    assert get(client, f"audiences/{teacher.pk}/")["promos"] == []


def test_it_begins_and_ends_by_the_clock_wherever_it_is_shown(
    promo: Promo, newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    promo.start, promo.end = timezone.now() + HOUR, timezone.now() + 2 * HOUR
    promo.save()
    page = page_with(newsroom, promo)
    assert shown(newsroom, client, page) == []
    get(client, f"promos/{promo.pk}/", 404)
    pass_time(monkeypatch, HOUR)
    worker.tick(Schedule())
    assert shown(newsroom, client, page) == [promo.title]
    promo.end = timezone.now()
    promo.save()
    assert shown(newsroom, client, page) == []
    assert kinds(f"promo:{promo.pk}") == ["published", "withdrawn"]


def test_one_that_is_deleted_leaves_the_page(promo: Promo, newsroom: Newsroom, client: Client) -> None:
    page = page_with(newsroom, promo)
    newsroom.settle()
    promo.delete()
    assert shown(newsroom, client, page) == []


def test_building_makes_no_query(promo: Promo, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    thing = PromoSource().load([str(promo.pk)])[str(promo.pk)].thing
    with django_assert_num_queries(0):
        PromoSource().build(thing)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": ""}, "title"),
        ({"text": ""}, "text"),
        ({"url": ""}, "url"),
        ({"url": "inte en adress"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"end": timezone.now() - HOUR}, "end"),
        ({"start": datetime(1, 1, 1, tzinfo=UTC)}, "start"),
    ],
)
def test_what_may_not_be_saved(promo: Promo, fields: dict[str, Any], field: str) -> None:
    for name, value in fields.items():
        setattr(promo, name, value)
    with pytest.raises(ValidationError) as raised:
        promo.full_clean()
    assert set(raised.value.message_dict) == {field}


def test_an_address_is_made_whole_and_an_audience_speaks_the_same_language(
    promo: Promo, teacher: Audience
) -> None:
    promo.url = "www.ekobrott.se"
    promo.full_clean()
    assert promo.url == "https://www.ekobrott.se"
    teacher.locale = Locale.objects.get(language_code="en")
    teacher.save()
    promo.audience = teacher
    with pytest.raises(ValidationError) as raised:
        promo.full_clean()
    assert set(raised.value.message_dict) == {"audience"}


def test_a_home_page_shows_promos_of_its_own_language_once(promo: Promo, newsroom: Newsroom) -> None:
    form_class = HomePage.get_edit_handler().get_form_class()
    english = make_promo(Locale.objects.get(language_code="en"))

    def faults(*chosen: Promo) -> list[str]:
        data: dict[str, Any] = {"title": "Hem", "slug": "hem", "body-count": 0}
        for rows in ("highlights", "promo_links", "comments"):
            data |= {f"{rows}-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
        data["promo_links-TOTAL_FORMS"] = len(chosen)
        for place, each in enumerate(chosen):
            data |= {f"promo_links-{place}-promo": each.pk, f"promo_links-{place}-ORDER": place + 1}
        home = HomePage.objects.get(pk=newsroom.home.pk)
        form = form_class(data, instance=home, parent_page=home.get_parent())
        form.is_valid()
        return list(form.non_field_errors())

    assert faults(promo) == []
    assert "två gånger" in faults(promo, promo)[0]
    assert "annat språk" in faults(english)[0]


def test_a_home_page_names_the_block_of_another_language(newsroom: Newsroom) -> None:
    english = make_promo(Locale.objects.get(language_code="en"))
    home = HomePage.objects.get(pk=newsroom.home.pk)
    home.body = [("promo", {"promo": english})]
    home.save_revision(clean=False)
    (fault,) = faults_of(home.get_latest_revision_as_object())
    assert "Block 1 (Puff), Puff" in fault
    assert "annat språk" in fault


def test_the_list_can_be_narrowed_to_what_is_shown_now(promo: Promo, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    for standing in Standing.values:
        listed = client.get(f"/admin/snippets/home/promo/?standing={standing}").content.decode()
        assert (promo.title in listed) == (standing == "now")


@pytest.mark.usefixtures("wagtail_indexes")
def test_one_that_pages_show_is_not_deleted(promo: Promo, newsroom: Newsroom, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    page_with(newsroom, promo)
    client.post(f"/admin/snippets/home/promo/delete/{promo.pk}/")
    assert Promo.objects.filter(pk=promo.pk).exists()


def test_who_may_not(promo: Promo, client: Client) -> None:
    writer = get_user_model().objects.create_user("skribent", "skribent@example.se", "x")
    writer.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(writer)
    for address in ("add/", f"edit/{promo.pk}/", f"delete/{promo.pk}/"):
        answer = client.post(f"/admin/snippets/home/promo/{address}", {"title": "Falsk"})
        assert answer.status_code in (302, 403)
    assert Promo.objects.get().title == promo.title


def test_a_translated_page_shows_the_promos_of_its_language(promo: Promo, newsroom: Newsroom) -> None:
    english = Locale.objects.get(language_code="en")
    translation = promo.copy_for_translation(english)
    translation.save()
    newsroom.home.promo_links.add(PromoLink(promo=promo))
    newsroom.home.body = [("promo", {"promo": promo})]
    newsroom.home.save_revision(clean=False).publish()
    draft = HomePage.objects.get(pk=newsroom.home.pk).copy_for_translation(english)
    draft = draft.get_latest_revision_as_object()
    assert [row.promo for row in draft.promo_links.all()] == [translation]
    assert [block.value["promo"] for block in draft.body] == [translation]
