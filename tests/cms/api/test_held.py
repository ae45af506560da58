"""Lists and counts are kept while nothing public changes, and no longer."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client

from cms.api.held import Held
from cms.api.moment import now
from cms.publishing.models import Current
from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom


def test_lists_and_counts_are_kept_until_something_public_changes(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    """A whole list costs one statement then, another part of it or other fields two. The first to ask after a change
    asks in vain whether it stands, once for all that is kept.
    """
    page = newsroom.release("Nyhet", agencies=[newsroom.agency()])
    newsroom.settle()

    def told(queries: int, more: str = "") -> tuple[int, int]:
        with django_assert_num_queries(queries):
            meta = get(client, f"pages/?kind=press_release&facets=agency,year{more}")["meta"]
        return meta["total_count"], meta["facets"]["year"][0]["count"]

    assert told(4) == told(1) == told(2, "&limit=5") == told(2, "&fields=_,title") == (1, 1)
    newsroom.release("Ännu en")
    newsroom.settle()
    assert told(1 + 4) == told(1) == told(2, "&limit=5") == (2, 2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        (ended,) = cursor.fetchone()
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=ended)
    assert told(1 + 4) == told(1) == (1, 1)


def test_what_was_kept_makes_room(db: None) -> None:
    made: list[str] = []
    held, moment = Held[str](most=2), now()

    def make(key: str) -> str:
        return held.get(moment, key, lambda: made.append(key) or key)

    for key in ("a", "a", "b", "a", "c", "a"):
        assert make(key) == key
    assert made == ["a", "b", "c", "a"]
