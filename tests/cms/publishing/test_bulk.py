"""A batch takes as many queries as its tables are, however many documents are in it."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency
from cms.publishing import publisher
from cms.publishing.marks import mark_all, mark_everything
from cms.publishing.models import Entry
from tests.cms.conftest import Newsroom, kinds

UNCHANGED = 15
CHANGED = 19
NEW = 24


def queries_of(keys: list[str]) -> int:
    """How many it takes to publish these keys, transaction and savepoints included."""
    with CaptureQueriesContext(connection) as asked:
        publisher.publish(keys)
    return len(asked)


def test_a_refresh_in_which_nothing_has_changed(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Tullverket")
    keys = [f"page:{newsroom.release(f'Nyhet {number}', agencies=[agency]).pk}" for number in range(12)]
    newsroom.settle()
    rows = Entry.objects.count()
    for some in (keys, keys[:2]):
        mark_everything()
        assert queries_of(some) <= UNCHANGED
    assert Entry.objects.count() == rows


def test_a_batch_in_which_everything_has_changed(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Tullverket")
    keys = [f"page:{newsroom.release(f'Nyhet {number}', agencies=[agency]).pk}" for number in range(12)]
    newsroom.settle()
    Agency.objects.update(name="Tullen")
    mark_all(keys, source=False)
    assert queries_of(keys) <= CHANGED
    assert all(kinds(key) == ["published", "refreshed"] for key in keys)


def test_pages_that_are_published_for_the_first_time(newsroom: Newsroom) -> None:
    new = [newsroom.release(f"Nyhet {number}") for number in range(12)]
    assert queries_of([f"page:{page.pk}" for page in new]) <= NEW
    assert all(kinds(f"page:{page.pk}") == ["published"] for page in new)
