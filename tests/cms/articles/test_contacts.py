"""Contacts: what is published of one, and that it is in no document before its first day or after its last."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale

from articles.contacts.documents import ContactSource
from articles.contacts.models import Contact, ContactLink
from articles.models import PressReleasePage
from cms.publishing import worker
from cms.publishing.build import build
from cms.publishing.days import midnight
from cms.publishing.models import Current
from cms.publishing.schedule import Schedule
from tests.cms.api.test_pages import get
from tests.cms.articles.conftest import Editor, errors
from tests.cms.articles.examples import STOCKHOLM, contract, make_contact
from tests.cms.conftest import Newsroom, body

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DAY = timedelta(days=1)


@pytest.fixture
def contact(newsroom: Newsroom) -> Contact:
    return make_contact(newsroom.home.locale)


def release(newsroom: Newsroom, *contacts: Contact) -> PressReleasePage:
    """A press release with these contacts, and the first of them in its text."""
    block = {"type": "contact", "value": {"title": "", "contact": contacts[0].pk}, "id": "1"}
    return newsroom.release(contact_links=[ContactLink(contact=each) for each in contacts], body=[block])


def pass_time(monkeypatch: pytest.MonkeyPatch, to: datetime) -> None:
    """Let it be that moment, for the programs and for what the database has as due."""
    monkeypatch.setattr(timezone, "now", lambda: to)
    Current.objects.filter(next_change_at__lte=to).update(
        next_change_at=datetime(2000, 1, 1, tzinfo=STOCKHOLM)
    )
    worker.tick(Schedule())


def test_a_contact_is_published_as_its_example(contact: Contact) -> None:
    document = build([f"contact:{contact.pk}"])[f"contact:{contact.pk}"].document
    assert document is not None
    example = contract("contact")
    assert document.body == document.card == example | {"id": contact.pk, "meta": document.body["meta"]}
    assert list(document.body["meta"]) == list(example["meta"])
    assert document.path is None


def test_building_makes_no_query(contact: Contact, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    (loaded,) = ContactSource().load([str(contact.pk)]).values()
    with django_assert_num_queries(0):
        ContactSource().build(loaded.thing)


def test_a_release_names_its_contacts_in_the_editors_order(
    contact: Contact, newsroom: Newsroom, client: Client
) -> None:
    desk = make_contact(newsroom.home.locale, name="Pressjouren", role="")
    page = release(newsroom, desk, contact)
    newsroom.settle()
    found = get(client, f"pages/{page.pk}/")
    assert [each["name"] for each in found["contacts"]] == ["Pressjouren", "Karin Lund"]
    assert found["body"][0]["value"] == {"title": "", "contact": found["contacts"][0]}
    desk.phone = "08-465 004 99"
    desk.save()
    newsroom.settle()
    assert body(f"page:{page.pk}").count("08-465 004 99") == 2


def test_contacts_are_listed_and_have_no_slug(contact: Contact, newsroom: Newsroom, client: Client) -> None:
    make_contact(Locale.objects.get(language_code="en"), name="Press office")
    newsroom.settle()
    assert [each["name"] for each in get(client, "contacts/?locale=sv")["items"]] == ["Karin Lund"]
    assert get(client, f"contacts/{contact.pk}/")["phone"] == contact.phone
    get(client, "contacts/find/?slug=karin", 404)
    get(client, "contacts/99999/", 404)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [(None, None, True), (0, None, True), (None, 0, True), (0, 0, True), (1, None, False), (None, -1, False)],
)
def test_its_days_are_whole_days(
    contact: Contact, newsroom: Newsroom, client: Client, start: int | None, end: int | None, shown: bool
) -> None:
    today = timezone.localdate()
    contact.valid_from = None if start is None else today + start * DAY
    contact.valid_until = None if end is None else today + end * DAY
    contact.save()
    page = release(newsroom, contact)
    newsroom.settle()
    get(client, f"contacts/{contact.pk}/", 200 if shown else 404)
    assert ("Karin Lund" in (body(f"page:{page.pk}") or "")) is shown
    assert bool(get(client, f"pages/{page.pk}/")["body"]) is shown


def test_it_goes_from_every_document_when_its_last_day_is_over(
    contact: Contact, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = timezone.localdate() + 3 * DAY
    contact.valid_until = last
    contact.save()
    page = release(newsroom, contact)
    newsroom.settle()
    assert Current.objects.get(key=f"contact:{contact.pk}").visible_until == midnight(last + DAY)
    pass_time(monkeypatch, midnight(last + DAY) - timedelta(seconds=1))
    assert "Karin Lund" in (body(f"page:{page.pk}") or "")
    pass_time(monkeypatch, midnight(last + DAY))
    assert "Karin Lund" not in (body(f"page:{page.pk}") or "")
    assert body(f"contact:{contact.pk}") is None


def test_it_comes_when_its_first_day_begins(
    contact: Contact, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = timezone.localdate() + 3 * DAY
    contact.valid_from = first
    contact.save()
    page = release(newsroom, contact)
    newsroom.settle()
    assert "Karin Lund" not in (body(f"page:{page.pk}") or "")
    pass_time(monkeypatch, midnight(first))
    assert "Karin Lund" in (body(f"page:{page.pk}") or "")


def test_days_begin_at_midnight_in_stockholm() -> None:
    assert midnight(date(2026, 3, 29)).isoformat() == "2026-03-29T00:00:00+01:00"
    assert midnight(date(2026, 3, 30)).isoformat() == "2026-03-30T00:00:00+02:00"


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("phone", {"phone": "", "email": ""}),
        ("phone", {"phone": "ring oss"}),
        ("phone", {"phone": "08-465\x00004"}),
        ("email", {"email": "inte en adress"}),
        ("name", {"name": ""}),
        ("valid_until", {"valid_from": date(2026, 5, 2), "valid_until": date(2026, 5, 1)}),
    ],
)
def test_what_is_wrong_with_a_contact(contact: Contact, field: str, given: dict[str, Any]) -> None:
    for name, value in given.items():
        setattr(contact, name, value)
    with pytest.raises(ValidationError) as caught:
        contact.full_clean()
    assert list(caught.value.message_dict) == [field]


@pytest.mark.parametrize("phone", ["08-465 004 10", "+46 8 465 004 10", "114 14", "+46 (0)8 465 004 10"])
def test_phone_numbers_as_they_are_written(contact: Contact, phone: str) -> None:
    contact.phone = phone
    contact.full_clean()


def test_publishing_asks_for_contacts_of_the_pages_language_each_once(
    contact: Contact, editor: Editor
) -> None:
    english = make_contact(Locale.objects.get(language_code="en"), name="Press office")
    rows = {"contact": contact.pk}
    assert "två gånger" in errors(editor.create(contacts=[rows, rows]))[""][0]
    assert "annat språk" in errors(editor.create(contacts=[{"contact": english.pk}]))[""][0]
    block = ("contact", {"title": "", "contact": english.pk})
    (fault,) = editor.create(blocks=[block]).context["form"].errors.as_data()["body"]
    assert "Block 1 (Kontakt), Kontakt: ”Press office" in str(fault.non_block_errors[0])
    assert editor.create(blocks=[block], publish=False, slug="utkast").status_code == 302
    page = editor.published(contacts=[rows])
    assert [link.contact for link in page.contact_links.all()] == [contact]


@pytest.mark.usefixtures("wagtail_indexes")
def test_a_contact_in_a_text_is_not_deleted(contact: Contact, newsroom: Newsroom, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    block = {"type": "contact", "value": {"title": "", "contact": contact.pk}, "id": "1"}
    newsroom.information(body=[block])
    address = f"/admin/snippets/articles/contact/delete/{contact.pk}/"
    assert "används och kan inte tas bort" in client.post(address, follow=True).content.decode()
    assert Contact.objects.exists()


def test_until_further_notice_may_be_the_last_day_of_the_calendar(
    contact: Contact, newsroom: Newsroom
) -> None:
    """One day more is none that a program can count to, and no page that names the contact would be published."""
    contact.valid_until = date.max
    contact.save()
    page = release(newsroom, contact)
    newsroom.settle()
    assert contact.name in (body(f"page:{page.pk}") or "")
