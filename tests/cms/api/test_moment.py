"""What every answer knows of the moment at which it was read."""

from __future__ import annotations

import json
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.api import moment, reading
from cms.publishing.models import Body, Current, Entry, Head
from tests.cms.conftest import Newsroom

API = "/api/v2/"
ADDRESSES = ["pages/", "pages/?year=1999", "pages/find/?html_path=/", "pages/?child_of=root", "agencies/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_at_which_sequence_it_was_read(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    before = Head.objects.get().sequence
    assert client.get(API + address)["Pressrum-Sequence"] == str(before)
    newsroom.release()
    newsroom.settle()
    assert int(client.get(API + address)["Pressrum-Sequence"]) == Head.objects.get().sequence > before


def test_an_empty_newsroom_is_at_the_beginning(db: None, client: Client) -> None:
    assert client.get(f"{API}pages/")["Pressrum-Sequence"] == "0"


def test_a_moment_knows_the_next_end_and_the_last(newsroom: Newsroom) -> None:
    page = newsroom.information()
    newsroom.settle()
    now = moment.now()
    assert (now.until, now.changed_at) == (None, Head.objects.get().changed_at)
    ends = timezone.now() + timedelta(hours=1)
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=ends)
    assert moment.now().until == ends
    ended = timezone.now() - timedelta(milliseconds=1)
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=ended)
    now = moment.now()
    assert (now.until, now.changed_at) == (None, ended)


def test_an_answer_has_the_keys_of_what_is_public_and_no_others(newsroom: Newsroom) -> None:
    agency, secret = newsroom.agency(), newsroom.information("Hemlig")
    linked = f'<p><a linktype="page" id="{secret.pk}">här</a></p>'
    page = newsroom.release(agencies=[agency], body=[("text", linked)])
    newsroom.settle()

    def keys() -> set[str]:
        answer = reading.page_by_key(f"page:{page.pk}")
        assert answer
        return set(answer.keys)

    assert {f"page:{page.pk}", f"agency:{agency.pk}", f"page:{secret.pk}", "page"} <= keys()
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    newsroom.settle()
    assert f"page:{secret.pk}" not in keys()


@pytest.mark.slow
def test_an_answer_is_what_its_sequence_says_while_others_publish(
    committed_newsroom: Newsroom, client: Client
) -> None:
    """One statement, one snapshot: never a newer text with an older number, nor the other way round."""
    newsroom = committed_newsroom
    page = newsroom.information("Rubrik 0")
    newsroom.settle()

    def publish() -> None:
        try:
            for number in range(1, 15):
                page.title = f"Rubrik {number}"
                page.save_revision().publish()
                newsroom.settle()
        finally:
            connection.close()

    writer, seen = Thread(target=publish), {}
    writer.start()
    while writer.is_alive():
        response = client.get(f"{API}pages/{page.pk}/")
        seen[int(response["Pressrum-Sequence"])] = response.json()["title"]
    writer.join()
    for sequence, title in seen.items():
        entry = Entry.objects.filter(key=f"page:{page.pk}", sequence__lte=sequence).latest("sequence")
        assert json.loads(Body.objects.get(hash=entry.body_hash).text or "")["title"] == title
    assert len(seen) > 2
