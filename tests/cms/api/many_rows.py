"""CURRENT as a large newsroom fills it, put in straight: how it was published is not what lists are measured by."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import UTC, datetime, timedelta
from hashlib import md5

from django.db import connection

from cms.publishing.models import Body, Current

RELEASES = 50_000
PAGES = 2_000
FIRST = datetime(2006, 1, 1, tzinfo=UTC)


def fill(key: str) -> None:
    """Add the rows, each with the card and the body of a press release that is published."""
    model = Current.objects.get(key=key)
    model.words = []  # what is searched by is measured elsewhere, and takes long to prepare
    Current.objects.bulk_create(_rows(model), batch_size=2000)
    with connection.cursor() as cursor:
        # As many bodies as a newsroom has: of a handful the whole table would be read, and no index would show.
        cursor.execute(
            """INSERT INTO publishing_body (hash, text, decision)
            SELECT md5(n::text), repeat('x', 500), '' FROM generate_series(1, %s) n""",
            [RELEASES],
        )
        cursor.execute(f"ANALYZE {Current._meta.db_table}, {Body._meta.db_table}")


def release(number: int) -> str:
    """The key of a press release, from 0, the oldest first."""
    return f"page:{1_000_000 + number}"


def _rows(model: Current) -> Iterator[Current]:
    for number in range(RELEASES):
        yield _release(model, number)
    for number in range(PAGES):
        yield _page(model, number)


def _release(model: Current, number: int) -> Current:
    """One in 20 is English, one in three updated; of 40 agencies the first send most."""
    row, agency = copy(model), 1 + int(40 * (number * 7919 % 1000 / 1000) ** 2)
    row.published_at = FIRST + number * timedelta(minutes=210)
    row.updated_at = row.published_at + timedelta(days=3) if number % 3 == 0 else None
    row.key, row.path = release(number), f"/press/{number}/"
    row.alternates_key = md5(str(number // 2).encode()).hexdigest()
    row.title = row.sort_key = f"nyhet {md5(str(number).encode()).hexdigest()}"
    row.locale = "en" if number % 20 == 0 else "sv"
    row.tree_path = f"{model.parent_path}{number:05}"
    row.terms = [
        f"slug:nyhet-{number}", f"agency:{agency}", f"agency:{agency}:sender", f"topic:{number % 25}",
        f"kind:{'news' if number % 4 == 0 else 'press_release'}", f"year:{row.published_at.year}",
    ]  # fmt: skip
    return row


def _page(model: Current, number: int) -> Current:
    """Information pages, a hundred sections of twenty; each is the translation of another."""
    row = copy(model)
    row.key, row.type, row.path, row.dated = (
        f"page:{2_000_000 + number}",
        "articles.InformationPage",
        f"/om/{number}/",
        False,
    )
    row.title, row.sort_key = f"Sida {number}", f"sida {number}"
    row.parent_path = f"{model.parent_path[:8]}{9000 + number // 20}"
    row.tree_path, row.alternates_key = f"{row.parent_path}{number:04}", f"{number // 2}"
    row.terms = [f"slug:sida-{number}", f"audience:{number % 7}"]
    return row
