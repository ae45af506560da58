"""The change feed: everything that happened, in order, to whoever follows; and nothing that isn't public."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from cms.api import feed
from cms.publishing.models import Current, Entry, Farewell, Head
from tests.cms.api.test_problems import problem_of
from tests.cms.conftest import Newsroom

ADDRESS = "/api/v2/changes/"
CONTRACT = Path(__file__).parents[2] / "contract"
BEGINNING = f"0.{'0' * 64}"


def address(after: str = BEGINNING) -> str:
    return f"{ADDRESS}?ledger={Head.objects.get().ledger_id}&after={after}"


def follow(client: Client, after: str = BEGINNING) -> Any:
    return client.get(address(after))


def rows(client: Client, after: str = BEGINNING) -> list[Any]:
    return follow(client, after).json()["items"]


def head(client: Client) -> str:
    return str(client.get(ADDRESS).json()["meta"]["head"])


def test_a_follower_begins_at_the_head_and_sees_what_comes_after(newsroom: Newsroom, client: Client) -> None:
    begin = client.get(ADDRESS)
    meta, last = begin.json()["meta"], Head.objects.get()
    assert meta == {
        "ledger": str(last.ledger_id), "after": meta["head"], "head": f"{last.sequence}.{last.hash}", "more": False,
    }  # fmt: skip
    assert begin.json()["items"] == []
    page = newsroom.information()
    newsroom.settle()
    answer = follow(client, meta["after"])
    (row,) = answer.json()["items"]
    assert row | {"at": ""} == {
        "sequence": last.sequence + 1, "key": f"page:{page.pk}", "kind": "published", "path": f"/{page.slug}/",
        "previous_path": None, "at": "",
    }  # fmt: skip
    assert answer["Pressrum-Sequence"] == str(last.sequence + 1)
    assert answer["Cache-Control"] == "no-store"
    assert follow(client, answer.json()["meta"]["after"]).status_code == 304


def test_it_has_the_shape_of_the_example(newsroom: Newsroom, client: Client) -> None:
    newsroom.information()
    newsroom.settle()
    example = json.loads((CONTRACT / "lists" / "changes.json").read_text())
    found = follow(client).json()
    assert found["meta"].keys() == example["meta"].keys()
    assert {frozenset(row) for row in found["items"]} == {frozenset(row) for row in example["items"]}


def test_nothing_new_is_one_row_and_304(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    at = head(client)
    asking = address(at)
    with django_assert_num_queries(1) as asked:
        answer = client.get(asking)
    assert "publishing_entry" not in asked.captured_queries[0]["sql"]
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == f'"{at}"'
    assert client.head(asking).status_code == 304


def test_what_is_new_is_two_queries_however_much(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    for _ in range(10):
        newsroom.information()
    newsroom.settle()
    asking = address()
    with django_assert_num_queries(2):
        assert len(client.get(asking).json()["items"]) > 10


def test_addresses_before_and_after(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.information()
    newsroom.settle()
    old, begin = page.slug, head(client)
    page.slug = "flyttad"
    page.save_revision().publish()
    newsroom.settle()
    page.title = "Ny rubrik"
    page.save_revision().publish()
    newsroom.settle()
    page.unpublish()
    newsroom.settle()
    paths = [(row["kind"], row["previous_path"], row["path"]) for row in rows(client, begin)]
    assert paths == [("minor", None, None), ("minor", None, None), ("withdrawn", None, None)]
    page.save_revision().publish()
    newsroom.settle()
    mine = [row for row in rows(client, begin) if row["key"] == f"page:{page.pk}"]
    assert [(row["previous_path"], row["path"]) for row in mine] == [
        (f"/{old}/", "/flyttad/"), ("/flyttad/", "/flyttad/"), ("/flyttad/", None), (None, "/flyttad/"),
    ]  # fmt: skip


def test_it_comes_in_parts_without_gaps(
    newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(9):
        newsroom.information()
    newsroom.settle()
    monkeypatch.setattr(feed, "MOST", 4)
    after, seen, parts = BEGINNING, [], 0
    while True:
        part = follow(client, after).json()
        seen += [row["sequence"] for row in part["items"]]
        after, parts = part["meta"]["after"], parts + 1
        assert len(part["items"]) <= 4
        if not part["meta"]["more"]:
            break
    assert seen == list(range(1, Head.objects.get().sequence + 1))
    assert parts == -(-len(seen) // 4)
    assert after == head(client)


def _other_hash(newsroom: Newsroom) -> dict[str, str]:
    return {"after": f"{Head.objects.get().sequence}.{'a' * 64}"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"ledger": "7d3f6c1e-0000-4000-8000-000000000000"}, {"ledger": "x"}, {"ledger": "'"},
        {"after": f"99.{'0' * 64}"}, {"after": f"{10**18}.{'0' * 64}"}, {"after": f"{'9' * 19}.{'0' * 64}"},
        {"after": f"1.{'a' * 64}"}, {"after": f"0.{'a' * 64}"}, {"after": f"2.{'0' * 64}"}, {"after": "{head}"},
    ],
)  # fmt: skip
def test_whoever_knows_another_history_begins_anew(
    newsroom: Newsroom, client: Client, wrong: dict[str, str]
) -> None:
    last = Head.objects.get()
    changed = {name: value.replace("{head}", f"{last.sequence}.{'b' * 64}") for name, value in wrong.items()}
    body = problem_of(
        client.get(
            ADDRESS, {"ledger": str(last.ledger_id), "after": f"{last.sequence}.{last.hash}"} | changed
        ),
        409,
    )
    assert body["restart"] == {"ledger": str(last.ledger_id), "after": f"{last.sequence}.{last.hash}"}
    assert body.keys() == json.loads((CONTRACT / "errors" / "must_restart.json").read_text()).keys()
    assert client.get(ADDRESS, body["restart"]).status_code == 304


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("after=1.x", "after"), (f"after={BEGINNING}", "ledger"), ("ledger=x", "after"), ("ledger=&after=", "ledger"),
        ("ledger=x&after=1", "after"), (f"ledger=x&after=-1.{'0' * 64}", "after"), ("ledger=x&after=1.x", "after"),
        (f"ledger=x&after={10**20}.{'0' * 64}", "after"), (f"ledger=x&after=1.{'0' * 64}%0A", "after"),
        (f"ledger=%00&after={BEGINNING}", "ledger"), (f"ledger={'x' * 10_000}&after={BEGINNING}", "ledger"),
        (f"ledger=x&ledger=y&after={BEGINNING}", "ledger"), ("limit=5", "limit"),
        (f"ledger=x&after=٣.{'0' * 64}", "after"),
    ],
)  # fmt: skip
def test_what_is_no_position_is_refused(
    newsroom: Newsroom, client: Client, query: str, parameter: str
) -> None:
    body = problem_of(client.get(f"{ADDRESS}?{query}"), 400)
    assert body["parameter"] == parameter


def test_before_anything_is_published(db: None, client: Client) -> None:
    problem_of(client.get(ADDRESS), 404)


def test_what_became_private_is_known_by_its_key_alone(newsroom: Newsroom, client: Client) -> None:
    section = newsroom.information("Avdelning")
    page, below = newsroom.information("Hemlig"), newsroom.information("Under", section)
    gone, expired = newsroom.information("Borta"), newsroom.information("Förbi")
    draft = newsroom.information("Utkast", live=False)
    moved = newsroom.information("Flyttad")
    newsroom.settle()
    Farewell.objects.create(page=gone, reason="skälet", show_title=True)
    moved.slug = "nyord"
    moved.save_revision().publish()
    newsroom.settle()
    for each in (page, section, moved):
        PageViewRestriction.objects.create(page=each, restriction_type=PageViewRestriction.LOGIN)
    gone.unpublish()
    newsroom.settle()
    Current.objects.filter(key=f"page:{expired.pk}").update(
        visible_until=timezone.now() - timedelta(seconds=1)
    )
    text = follow(client).content.decode()
    kept = [
        page.slug,
        below.slug,
        section.slug,
        gone.slug,
        expired.slug,
        draft.slug,
        "nyord",
        "skälet",
        "Borta",
    ]
    assert [word for word in kept if word in text] == []
    found = json.loads(text)["items"]
    assert not [row for row in found if row["key"] == f"page:{draft.pk}"]
    for each in (page, below, section, gone, moved):
        mine = [row for row in found if row["key"] == f"page:{each.pk}"]
        assert mine[-1]["kind"] == "withdrawn"
        assert {(row["path"], row["previous_path"]) for row in mine} == {(None, None)}


def test_a_redirect_to_a_draft_is_not_told(newsroom: Newsroom, client: Client) -> None:
    draft, public = newsroom.information(live=False), newsroom.information()
    Redirect.objects.create(old_path="/hemligord", redirect_page=Page.objects.get(pk=draft.pk))
    Redirect.objects.create(old_path="/kampanj", redirect_page=Page.objects.get(pk=public.pk))
    newsroom.settle()
    text = follow(client).content.decode()
    assert "hemligord" not in text
    assert '"/kampanj/"' in text


def test_a_session_changes_nothing_and_any_origin_may_follow(
    newsroom: Newsroom, client: Client, admin_client: Client
) -> None:
    Head.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    plain, editors = follow(client), follow(admin_client)
    assert plain.content == editors.content
    assert dict(plain.headers) == dict(editors.headers)
    assert follow(client, head(client))["Access-Control-Allow-Origin"] == "*"


@pytest.mark.slow
def test_a_follower_misses_nothing_while_others_publish(committed_newsroom: Newsroom, client: Client) -> None:
    newsroom = committed_newsroom

    def publish() -> None:
        try:
            for _ in range(8):
                newsroom.information()
                newsroom.settle()
        finally:
            connection.close()

    after, seen = BEGINNING, []
    writer = Thread(target=publish)
    writer.start()
    while True:
        done = not writer.is_alive()
        answer = follow(client, after)
        if answer.status_code == 200:
            seen += [row["sequence"] for row in answer.json()["items"]]
            after = answer.json()["meta"]["after"]
        elif done:
            break
    writer.join()
    assert seen == list(range(1, Entry.objects.count() + 1))
