"""Lists of a newsroom with 50,000 press releases: indexes carry every order and the filters that are used most."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from cms.api import feed, reading, sitemap
from cms.api.lists.cursors import Position, written
from cms.api.statements import fetch
from tests.cms.api.many_rows import fill, release
from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow

# What is asked for, and the index that finds its rows. "terms" stands for the index on words.
PLANS = {
    "": "publishing_by_date",
    "order=published_at": "publishing_by_date",
    "order=updated_at": "publishing_by_update",
    "order=-updated_at": "publishing_by_update",
    "order=title": "publishing_by_title",
    "order=-title": "publishing_by_title",
    "order=id": "publishing_by_id",
    "order=-id": "publishing_by_id",
    "type=articles.PressReleasePage&locale=sv": "publishing_by_date",
    "type=articles.InformationPage": "publishing_by_type",
    "published_after=2016-01-01&published_before=2016-02-01": "publishing_by_date",
    "updated_after=2016-01-01&order=-updated_at": "publishing_by_update",
    "title=Sida 100": "publishing_by_title",
    "slug=nyhet-500": "terms",
    "agency=40&year=2010&kind=news": "terms",
    "descendant_of=root": "publishing_by_date",
    "translation_of=2000100": "alternates_key",
    "ancestor_of=2000100": "tree_path",
    "child_of={section}": "publishing_",
    "fields=*": "publishing_by_date",
}
DEEP = {
    "published_at": ("2014-01-01 00:00:00+00", "by_date"),
    "title": ("nyhet 8", "by_title"),
    "id": ("12", "by_id"),
}


def nodes(plan: Any) -> Iterator[Any]:
    """A plan and all below it."""
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


def plan_of_the_rows(client: Client, query: str) -> list[Any]:
    """How PostgreSQL reads the part of the list itself: the one statement with an order, its values bound as there."""
    asked: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        asked.append((sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        get(client, f"pages/?{query}")
    ((statement, values),) = [each for each in asked if "ORDER BY" in each[0]]
    (plan,) = fetch(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", values)[0]
    return list(nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))


def test_indexes_carry_lists_however_many_pages_there_are(newsroom: Newsroom, client: Client) -> None:
    """All on one newsroom, which takes long to fill; the failures name what is asked for."""
    page = newsroom.release("Modell", agencies=[newsroom.agency()])
    newsroom.settle()
    fill(f"page:{page.pk}")
    wrong = {}
    for query, index in PLANS.items():
        plan = plan_of_the_rows(client, query.format(section=newsroom.press.pk))
        used = [each["Index Name"] for each in plan if "Index Name" in each]
        if not any(index in name for name in used) or any(each["Node Type"] == "Seq Scan" for each in plan):
            wrong[query] = used
    assert wrong == {}
    _deep_parts_read_no_more_than_they_show(client)
    _a_page_the_feed_and_the_sitemap_are_read_by_indexes_too()


def _a_page_the_feed_and_the_sitemap_are_read_by_indexes_too() -> None:
    with connection.cursor() as cursor:
        cursor.execute("""INSERT INTO publishing_use (key, used)
            SELECT 'page:' || 1000000 + n, 'page:' || 1000000 + (n * 7 + m) % 50000
            FROM generate_series(1, 40000) n, generate_series(1, 5) m ON CONFLICT DO NOTHING""")
        cursor.execute("""INSERT INTO publishing_entry
            (sequence, key, kind, at, body_hash, path, note, previous_hash, hash)
            SELECT 10000 + n, 'page:' || 1000000 + n % 20000, 'minor', now(), '', '/x/', '', '', ''
            FROM generate_series(1, 60000) n""")
        cursor.execute("ANALYZE publishing_use, publishing_entry")
    asked = {
        reading.PAGE.replace("{column}", "key"): (release(25_000),),
        reading.PAGE.replace("{column}", "path"): ("/press/25000/",),
        reading.THING + "thing.key = %s": (release(25_000),),
        feed.ROWS: (30_000, 70_000, feed.MOST),
        sitemap.PAGES: (["articles.PressReleasePage"], *(release(25_000),) * 2, *(release(30_000),) * 2),
    }
    for statement, values in asked.items():
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", values)
            (plan,) = cursor.fetchone()
        found = list(nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
        tables = {each.get("Relation Name") for each in found if each["Node Type"] == "Seq Scan"}
        assert tables <= {"publishing_head"}, statement  # of one row


def _deep_parts_read_no_more_than_they_show(client: Client) -> None:
    for name, (value, index) in DEEP.items():
        for way in ("", "-"):
            cursor = written(Position(f"{way}{name}", release(25_000), value))
            scan = plan_of_the_rows(client, f"order={way}{name}&after={cursor}")[-1]
            assert index in scan["Index Name"], (way, name)
            assert scan["Actual Rows"] <= 21, (way, name)
            assert scan.get("Rows Removed by Filter", 0) == 0, (way, name)
