"""Readers' answers in the admin: beside the page that they are about, and in one list."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from feedback.models import Feedback
from home.groups import set_up_groups
from tests.cms.conftest import Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIST = "/admin/feedback/"
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def page(newsroom: Newsroom) -> Any:
    set_up_groups()
    page = newsroom.information("Avgifter")
    for answer, text in (
        ("yes", ""),
        ("yes", ""),
        ("no", "Vilken dag?"),
        ("no", "<script>alert(1)</script>"),
    ):
        Feedback.objects.create(page=page, answer=answer, text=text)
    Feedback.objects.create(page=newsroom.information("Diariet"), answer="no", text="Allt", day=YESTERDAY)
    return page


def rows(listing: str) -> str:
    """The list itself, without its filters."""
    return listing.partition("<tbody")[2].partition("</tbody>")[0]


def user_of(group: str, client: Client) -> Client:
    user = get_user_model().objects.create_user("nagon", "nagon@example.se", "x")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


@pytest.mark.parametrize("group", ["Skribenter", "Redaktörer", "Pressansvariga", "Administratörer"])
def test_the_newsroom_reads_them_beside_the_page_and_in_the_list(
    group: str, page: Any, client: Client
) -> None:
    editor = user_of(group, client)
    form = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Hjälpte informationen dig?" in form
    assert "Vilken dag?" in form
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in form
    assert "<script>alert(1)" not in form
    assert f'href="{LIST}?page={page.pk}"' in form
    listing = editor.get(f"{LIST}results/?page={page.pk}").content.decode()
    assert "Vilken dag?" in rows(listing)
    assert f'href="{LIST}inspect/' in rows(listing)
    assert "Diariet" not in rows(listing)
    assert "<script>alert(1)" not in listing


def test_a_page_without_answers_and_a_new_page_have_no_panel(
    page: Any, client: Client, newsroom: Newsroom
) -> None:
    editor = user_of("Redaktörer", client)
    other = newsroom.information("Om oss")
    for address in (f"{other.pk}/edit/", f"add/articles/informationpage/{newsroom.home.pk}/"):
        form = editor.get(f"/admin/pages/{address}").content.decode()
        assert "Hjälpte informationen dig?" not in form


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("answer=yes", {"Ja, "}),
        ("answer=no", {"Vilken dag?", "Allt"}),
        ("written=true", {"Vilken dag?", "Allt"}),
        (f"day_from={timezone.localdate()}", {"Ja, ", "Vilken dag?"}),
        (f"day_to={YESTERDAY}", {"Allt"}),
        ("q=diariet", {"Allt"}),
        ("q=vilken", {"Vilken dag?"}),
    ],
)
def test_the_list_is_narrowed(query: str, shown: set[str], page: Any, client: Client) -> None:
    listing = user_of("Redaktörer", client).get(f"{LIST}results/?{query}").content.decode()
    assert {
        each
        for each in ("Vilken dag?", "Allt", "Ja, ")
        if re.search(rf">\s*{re.escape(each)}", rows(listing))
    } == shown


def test_a_spreadsheet_runs_nothing_that_a_reader_wrote(page: Any, client: Client) -> None:
    Feedback.objects.create(page=page, answer="no", text='=HYPERLINK("http://evil.example")')
    answer: Any = user_of("Redaktörer", client).get(f"{LIST}?export=csv&page={page.pk}")
    assert answer["Content-Type"] == "text/csv"
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0] == "Dag,Sidans nummer,Sida,Språk,Hjälpte den?,Vad som saknades"
    assert lines[1].endswith('"\'=HYPERLINK(""http://evil.example"")"')
    assert f"{timezone.localdate()},{page.pk},Avgifter,Svenska,Nej,Vilken dag?" in lines
    assert len(lines) == 6


def test_many_answers_take_no_more_queries_than_few(page: Any, client: Client) -> None:
    editor = user_of("Redaktörer", client)
    addresses = (LIST, f"{LIST}?export=csv", f"/admin/pages/{page.pk}/edit/")

    def queries() -> list[int]:
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                answer: Any = editor.get(address)
                b"".join(answer.streaming_content) if answer.streaming else answer.content
            found.append(len(asked))
        return found

    queries()  # what is asked once: content types, the site
    few = queries()
    Feedback.objects.bulk_create(Feedback(page=page, answer="no", text=f"Ord {n}") for n in range(40))
    assert queries() == few


def test_editors_delete_what_should_not_have_been_written(page: Any, client: Client) -> None:
    feedback = Feedback.objects.get(text="Vilken dag?")
    editor = user_of("Redaktörer", client)
    assert "Vilken dag?" in editor.get(f"{LIST}inspect/{feedback.pk}/").content.decode()
    assert editor.post(f"{LIST}delete/{feedback.pk}/").status_code == 302
    assert not Feedback.objects.filter(pk=feedback.pk).exists()
    log = editor.get("/admin/reports/site-history/").content.decode()
    assert "Vilken dag?" not in log


def test_writers_delete_none(page: Any, client: Client) -> None:
    feedback = Feedback.objects.get(text="Vilken dag?")
    user_of("Skribenter", client).post(f"{LIST}delete/{feedback.pk}/")
    assert Feedback.objects.filter(pk=feedback.pk).exists()


def test_nobody_adds_or_changes_one(page: Any, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@example.se", "x"))
    assert client.get(LIST).status_code == 200
    feedback = Feedback.objects.get(text="Vilken dag?")
    for address in ("new/", f"edit/{feedback.pk}/"):
        client.post(LIST + address, {"answer": "yes"})
    feedback.refresh_from_db()
    assert (feedback.answer, Feedback.objects.count()) == ("no", 5)


def test_registrars_and_strangers_read_nothing(page: Any, client: Client) -> None:
    feedback = Feedback.objects.get(text="Vilken dag?")
    addresses = ("", "results/", f"inspect/{feedback.pk}/", f"delete/{feedback.pk}/", "?export=csv")
    for visitor in (Client(), user_of("Registratorer", client)):
        for address in addresses:
            answer = visitor.get(LIST + address)
            assert answer.status_code == 302, address
            assert b"Vilken dag" not in answer.content
