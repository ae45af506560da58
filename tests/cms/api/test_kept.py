"""Whole answers that are kept: what is asked for again is what would be read anew, and costs one row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.api.held import Held
from cms.api.http import kept
from cms.api.http.packed import Packed
from cms.publishing.models import Current, Head
from home.models import SiteSettings
from tests.cms.api import test_surrogates
from tests.cms.api.test_http import ask
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow

API = "/api/v2/"
world = test_surrogates.world  # a fixture
SAID = ("ETag", "Surrogate-Key", "Pressrum-Sequence", "Last-Modified", "Content-Type", "Vary")


@pytest.fixture
def page(newsroom: Newsroom) -> Any:
    page = newsroom.information("Avdelning", body=[("text", f"<p>Stycke {n}.</p>") for n in range(60)])
    newsroom.settle()
    return page


def process() -> Held[Packed]:
    """What another process of the CMS keeps: nothing yet."""
    return Held(kept.ROOM, kept._size)


def said(client: Client, address: str) -> tuple[Any, ...]:
    response = client.get(API + address)
    return response.status_code, response.content, *(response.get(name) for name in SAID)


def test_a_page_that_is_asked_for_again_costs_one_row(
    page: Any, client: Client, django_assert_num_queries: Any
) -> None:
    """However it is asked for; and one that isn't kept costs its one statement and no look."""
    for address in (
        f"pages/{page.pk}/",
        f"pages/find/?html_path=/{page.slug}/",
        f"pages/{page.pk}/?fields=title",
    ):
        with django_assert_num_queries(1) as asked:
            first = said(client, address)
        assert "publishing_body" in asked.captured_queries[0]["sql"]
        with django_assert_num_queries(1) as asked:
            assert said(client, address) == first
        assert "publishing_body" not in asked.captured_queries[0]["sql"]


def test_each_address_has_an_answer_of_its_own(page: Any, client: Client) -> None:
    whole, title, other = (
        f"pages/{page.pk}/",
        f"pages/{page.pk}/?fields=_,title",
        f"pages/{page.pk}/?fields=_,id",
    )
    answers = [said(client, address) for address in (whole, title, other)]
    assert answers == [said(client, address) for address in (whole, title, other)]
    assert len({body for _status, body, *_ in answers}) == 3


def test_conditions_encodings_and_methods_mean_the_same(page: Any, client: Client) -> None:
    address = f"{API}pages/{page.pk}/"
    Head.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    cases = [
        {}, {"accept_encoding": "gzip"}, {"accept_encoding": "br"}, {"accept_encoding": "br"},
        {"if_none_match": client.get(address)["ETag"]}, {"if_none_match": '"x"'}, {"if_match": '"x"'},
        {"if_modified_since": client.get(address)["Last-Modified"]}, {"cookie": "pressrum_session=x"},
    ]  # fmt: skip

    def answers() -> list[Any]:
        found = [ask(client, address, **case) for case in cases] + [
            client.head(address),
            client.post(address),
        ]
        return [(each.status_code, each.content, sorted(each.items())) for each in found]

    kept.ANSWERS = process()
    once = [next(iter(answers()[n : n + 1])) for n in range(len(cases) + 2)]
    assert once == answers()
    assert [each[0] for each in once] == [200, 200, 200, 200, 304, 200, 412, 304, 200, 200, 405]
    for number, case in enumerate(cases):
        kept.ANSWERS = process()
        anew = ask(client, address, **case)
        assert (anew.status_code, anew.content, sorted(anew.items())) == once[number]


def test_a_change_is_seen_by_the_next_request_to_every_process(
    newsroom: Newsroom, page: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, processes = f"{API}pages/{page.pk}/", [process(), process()]

    def titles() -> list[str]:
        found = []
        for each in processes:
            monkeypatch.setattr(kept, "ANSWERS", each)
            found.append(client.get(address).json()["title"])
        return found

    assert titles() == titles() == ["Avdelning"] * 2
    page.title = "Enhet"
    page.save_revision().publish()
    newsroom.settle()
    assert titles() == titles() == ["Enhet"] * 2
    page.unpublish()
    newsroom.settle()
    assert client.get(address).status_code == 404


def test_what_was_not_there_is_asked_for_each_time(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.information(live=False)
    newsroom.settle()
    assert client.get(f"{API}pages/{page.pk}/").status_code == 404
    page.save_revision().publish()
    newsroom.settle()
    assert client.get(f"{API}pages/{page.pk}/").status_code == 200


@pytest.mark.parametrize("ahead", [False, True], ids=["", "the clock was set back"])
def test_what_ends_is_gone_without_anybody_having_worked(
    newsroom: Newsroom, page: Any, client: Client, ahead: bool
) -> None:
    """From its own address, and from the pages that show it; also when the last change seems to be yet to come."""
    child = newsroom.information("Undersida", page)
    newsroom.settle()
    if ahead:
        Head.objects.update(changed_at=timezone.now() + timedelta(hours=1))
    Current.objects.filter(key=f"page:{child.pk}").update(visible_until=timezone.now() + timedelta(hours=1))
    parent = f"{API}pages/{page.pk}/"
    for _ in range(2):
        assert [each["id"] for each in client.get(parent).json()["children"]] == [child.pk]
        assert client.get(f"{API}pages/{child.pk}/").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE publishing_current SET visible_until = statement_timestamp() WHERE key = %s",
            [f"page:{child.pk}"],
        )
    assert client.get(parent).json()["children"] == []
    assert client.get(f"{API}pages/{child.pk}/").status_code == 404


def test_what_became_private_is_told_by_nobody(newsroom: Newsroom, page: Any, client: Client) -> None:
    address = f"{API}pages/find/?html_path=/{page.slug}/"
    assert client.get(address).status_code == client.get(address).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    newsroom.settle()
    assert client.get(address).status_code == 404


def test_what_hangs_on_more_than_what_is_public_is_read_each_time(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site's notices begin by the clock, and a search looks through words that are kept elsewhere."""
    SiteSettings.objects.create(name="Myndigheten")
    newsroom.settle()
    keeping: list[str] = []
    monkeypatch.setattr(kept, "keep", lambda request, *_: keeping.append(request.path))
    for address in ("site/", "pages/", "pages/?search=nyhet", "openapi.json", "changes/"):
        assert client.get(API + address).status_code == 200
    assert keeping == [f"{API}pages/"]


@pytest.mark.slow
@pytest.mark.parametrize("change", test_surrogates.CHANGES, ids=lambda change: change.__name__[1:])
def test_what_is_kept_is_what_would_be_read(
    world: Any,
    client: Client,
    change: Callable[[Any], None],
) -> None:
    """Whatever changes, and wherever it shows: in breadcrumbs, beside, below, among what is related, in a count."""
    addresses = list(world["held"].keys)
    before = [said(client, address) for address in addresses]
    change(world)
    world["newsroom"].settle()
    now = [said(client, address) for address in addresses]
    kept.ANSWERS = process()
    assert now == [said(client, address) for address in addresses]
    assert now != before


def test_a_name_that_is_not_ours_is_refused_for_what_is_kept_as_well(page: Any, client: Client) -> None:
    address = f"{API}pages/{page.pk}/"
    assert client.get(address).status_code == 200
    assert client.get(address, headers={"host": "evil.example"}).status_code == 400


def test_a_database_that_is_away_is_told_as_ever(
    page: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"{API}pages/{page.pk}/"
    assert client.get(address).status_code == 200

    def away() -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(kept, "now", away)
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")


def test_what_is_kept_has_its_room(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More addresses than there is room for: the newest are kept."""
    size, room = kept._size, 60_000
    held = Held[Packed](room, size)
    monkeypatch.setattr(kept, "ANSWERS", held)
    page = newsroom.information(body=[("text", "<p>" + "text " * 400 + "</p>")])
    newsroom.settle()
    for number in range(100):
        client.get(f"{API}pages/find/?html_path=/{page.slug}/%3Fn={number}")
        assert sum(size(key, packed) for key, packed in held._since[1].items()) <= room
    assert len(held._since[1]) > 1
    assert f"{API}pages/find/?html_path=/{page.slug}/%3Fn=99" in held
