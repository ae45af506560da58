"""Notices: what is published of them, when, in which order and language, and what may not be saved."""

from __future__ import annotations

from collections.abc import Callable
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

from cms.publishing import worker
from cms.publishing.build import build
from cms.publishing.models import Current
from cms.publishing.schedule import Schedule
from home.models import Notice, SiteSettings
from home.notices.documents import NoticeSource
from home.periods import Standing
from tests.cms.api.test_pages import get
from tests.cms.articles.examples import contract
from tests.cms.conftest import Newsroom, kinds
from tests.cms.publishing.test_periods import pass_time

pytestmark = pytest.mark.slow

HOUR = timedelta(hours=1)
PutUp = Callable[..., Notice]


@pytest.fixture
def put_up(newsroom: Newsroom) -> PutUp:
    """Put up a notice as an editor's form does; an emergency unless said otherwise."""
    SiteSettings.objects.create(name="Myndigheten")

    def put_up(title: str = "Huset är utrymt", locale: str = "sv", **fields: Any) -> Notice:
        given = {"kind": "emergency", "text": "Ring 112.", "locale": Locale.objects.get(language_code=locale)}
        notice = Notice(title=title, **(given | fields))
        notice.full_clean()
        notice.save()
        newsroom.settle()
        return notice

    return put_up


def shown(client: Client, locale: str = "sv") -> list[str]:
    return [notice["title"] for notice in get(client, f"site/?locale={locale}")["notices"]]


def test_the_emergency_of_the_example_is_published_as_it_stands_there(
    newsroom: Newsroom, put_up: PutUp, client: Client
) -> None:
    example = contract("site")["notices"][0]
    page = newsroom.information("Om oss")
    given = {name: example[name] for name in ("kind", "title", "text")}
    start = datetime.fromisoformat(example["start"]) - timedelta(days=3650)
    notice = put_up(**given, page=page, link_text=example["link"]["text"], start=start)
    link = example["link"] | {"url": f"/{page.slug}/"}
    said = get(client, "site/")["notices"][0]
    assert said == example | {"id": notice.pk, "link": link, "start": start.isoformat(timespec="seconds")}


def test_a_link_to_another_site_or_to_no_page(newsroom: Newsroom, put_up: PutUp, client: Client) -> None:
    put_up("Annan", url="krisinformation.se", link_text="Krisinformation.se")
    draft = newsroom.information("Hemlig", live=False)
    put_up("Utkast", page=draft)
    links = {notice["title"]: notice["link"] for notice in get(client, "site/")["notices"]}
    assert links["Annan"] == {
        "text": "Krisinformation.se",
        "url": "https://krisinformation.se",
        "external": True,
    }
    assert links["Utkast"] is None
    draft.save_revision().publish()
    newsroom.settle()
    assert get(client, "site/")["notices"][0]["link"]["text"] == "Hemlig"


def test_emergencies_come_first_and_the_newest_of_them_before_all(put_up: PutUp, client: Client) -> None:
    now = timezone.now()
    put_up("Stängt", kind="information", start=now, end=now + HOUR)
    put_up("Första", start=now - 2 * HOUR)
    put_up("Andra", start=now - HOUR)
    assert shown(client) == ["Andra", "Första", "Stängt"]


def test_a_notice_stands_in_its_own_language_only(put_up: PutUp, newsroom: Newsroom, client: Client) -> None:
    home = newsroom.home.copy_for_translation(Locale.objects.get(language_code="en"))
    home.save_revision().publish()
    put_up("Utrymt")
    put_up("Evacuated", "en")
    Current.objects.filter(key__startswith="site:").delete()
    worker.mark_everything()
    newsroom.settle()
    assert (shown(client), shown(client, "en")) == (["Utrymt"], ["Evacuated"])


def test_it_begins_by_the_clock_and_not_before(
    put_up: PutUp, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = put_up("Senare", start=timezone.now() + HOUR)
    assert shown(client) == []
    pass_time(monkeypatch, HOUR)
    # A program whose clock is ahead publishes it, and the database's clock still holds it back.
    worker.tick(Schedule())
    assert kinds(f"notice:{notice.pk}") == ["published"]
    assert shown(client) == []
    Current.objects.update(published_at=timezone.now() - 2 * HOUR)
    assert shown(client) == ["Senare"]


def test_it_ends_by_the_clock_with_the_worker_stopped(put_up: PutUp, client: Client) -> None:
    notice = put_up("Snart över", end=timezone.now() + HOUR)
    assert Current.objects.get(key=f"notice:{notice.pk}").visible_until == notice.end
    before = client.get("/api/v2/site/")
    assert "Snart över" in before.content.decode()
    assert client.get("/api/v2/site/", headers={"If-None-Match": before["ETag"]}).status_code == 304
    Current.objects.filter(key=f"notice:{notice.pk}").update(visible_until=timezone.now())
    after = client.get("/api/v2/site/", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "Snart över" not in after.content.decode()


def test_one_that_is_over_is_withdrawn_and_one_that_is_deleted_is_gone(
    put_up: PutUp, newsroom: Newsroom, client: Client
) -> None:
    notice = put_up("Över")
    notice.end = timezone.now()
    notice.save()
    newsroom.settle()
    assert kinds(f"notice:{notice.pk}") == ["published", "withdrawn"]
    put_up("Raderad").delete()
    newsroom.settle()
    assert shown(client) == []


def test_building_makes_no_query(put_up: PutUp, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    notice = put_up()
    thing = NoticeSource().load([str(notice.pk)])[str(notice.pk)].thing
    with django_assert_num_queries(0):
        NoticeSource().build(thing)
    assert build([f"notice:{notice.pk}"])[f"notice:{notice.pk}"].document


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": ""}, "title"),
        ({"text": ""}, "text"),
        ({"title": "x" * 101}, "title"),
        ({"kind": "viktigt"}, "kind"),
        ({"end": timezone.now() - HOUR}, "end"),
        ({"start": datetime(1, 1, 1, tzinfo=UTC)}, "start"),
        ({"kind": "information"}, "end"),
        ({"url": "inte en adress", "link_text": "Läs"}, "url"),
        ({"url": "javascript:alert(1)", "link_text": "Läs"}, "url"),
        ({"url": "https://www.can.se/"}, "link_text"),
    ],
)
def test_what_may_not_be_saved(put_up: PutUp, fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as raised:
        put_up(**fields)
    assert set(raised.value.message_dict) == {field}


def test_a_link_leads_to_one_place(put_up: PutUp, newsroom: Newsroom) -> None:
    with pytest.raises(ValidationError) as raised:
        put_up(page=newsroom.information(), url="https://www.can.se/", link_text="Läs")
    assert set(raised.value.message_dict) == {"url"}


@pytest.mark.parametrize(
    ("start", "end", "standing"),
    [(-HOUR, None, "now"), (-HOUR, HOUR, "now"), (HOUR, None, "coming"), (-2 * HOUR, -HOUR, "over")],
)
def test_the_list_tells_how_each_stands_and_can_be_narrowed_to_it(
    put_up: PutUp, admin: Client, start: timedelta, end: timedelta | None, standing: str
) -> None:
    now = timezone.now()
    notice = put_up(start=now + start, end=end and now + end)
    assert notice.standing == standing
    for each in Standing.values:
        listed = admin.get(f"/admin/snippets/home/notice/?standing={each}").content.decode()
        assert ("Huset är utrymt" in listed) == (each == standing)


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    return client


def test_from_the_start_page_to_an_emergency_that_readers_see(
    put_up: PutUp, admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    address = "/admin/snippets/home/notice/add/?kind=emergency"
    assert address in admin.get("/admin/").content.decode()
    form = admin.get(address).content.decode()
    assert "Krisinformation" in form
    assert 'value="emergency"' in form
    assert form.count("checked") == 1
    start = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    given = {"kind": "emergency", "title": "Utrymt", "text": "Ring 112.", "start": start}
    with django_capture_on_commit_callbacks(execute=True):
        answer = admin.post(address, given)
    assert answer.status_code == 302
    assert shown(Client()) == ["Utrymt"]


def test_who_may_not(put_up: PutUp, client: Client) -> None:
    notice = put_up()
    writer = get_user_model().objects.create_user("skribent", "skribent@example.se", "x")
    writer.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(writer)
    assert "notice/add" not in client.get("/admin/").content.decode()
    for address in ("", "add/", f"edit/{notice.pk}/", f"delete/{notice.pk}/"):
        answer = client.post(f"/admin/snippets/home/notice/{address}", {"title": "Falskt", "text": "x"})
        assert answer.status_code in (302, 403, 405)
    assert list(Notice.objects.values_list("title", flat=True)) == ["Huset är utrymt"]
