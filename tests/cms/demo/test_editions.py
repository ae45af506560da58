"""Loading in transactions of its own, as `manage.py load_demo` does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from wagtail.models import Page

from cms.publishing.models import Entry, Mark


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_each_edition_is_a_row_of_the_ledger(load_demo: Callable[[], None]) -> None:
    load_demo()
    page = Page.objects.get(slug="sa-raknas-avgiften-for-kopior")
    kinds = Entry.objects.filter(key=f"page:{page.pk}").order_by("sequence").values_list("kind", flat=True)
    assert list(kinds) == ["published", "correction"]
    assert not Mark.objects.filter(not_before=None).exists()
    assert Mark.objects.count() == 1, "the notice that is to come"
