"""Counts are kept while nothing public changes, and no longer."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client

from cms.publishing.models import Current
from tests.cms.api.test_pages import get
from tests.cms.conftest import Newsroom


def test_counts_are_kept_until_something_public_changes(
    newsroom: Newsroom, client: Client, django_assert_num_queries: Any
) -> None:
    page = newsroom.release("Nyhet", agencies=[newsroom.agency()])
    newsroom.settle()
    address = "pages/?kind=press_release&facets=agency,year"

    def told(queries: int) -> tuple[int, int]:
        with django_assert_num_queries(queries):
            meta = get(client, address)["meta"]
        return meta["total_count"], meta["facets"]["year"][0]["count"]

    assert told(4) == told(2) == (1, 1)
    newsroom.release("Ännu en")
    newsroom.settle()
    assert told(4) == told(2) == (2, 2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        (now,) = cursor.fetchone()
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=now)
    assert told(4) == told(2) == (1, 1)
