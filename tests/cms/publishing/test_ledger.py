"""The ledger is append-only in practice: whole, gapless, silent when nothing changed, and honest about erasure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.publishing import ledger
from cms.publishing.marks import mark
from cms.publishing.models import Body, Current, Entry, Head
from tests.cms.conftest import Newsroom, kinds


def test_sequences_have_no_gap_and_the_chain_holds(newsroom: Newsroom) -> None:
    pages = [newsroom.release(f"Nyhet {number}") for number in range(5)]
    newsroom.settle()
    pages[0].unpublish()
    newsroom.settle()
    sequences = list(Entry.objects.order_by("sequence").values_list("sequence", flat=True))
    assert sequences == list(range(1, len(sequences) + 1))
    assert ledger.verify() == len(sequences) == Head.objects.get().sequence


@pytest.mark.parametrize("field", ["note", "key", "path", "kind", "body_hash", "previous_hash"])
def test_a_changed_row_is_found(newsroom: Newsroom, field: str) -> None:
    newsroom.release()
    newsroom.settle()
    Entry.objects.filter(sequence=2).update(**{field: "x"})
    with pytest.raises(ValueError, match="row 2"):
        ledger.verify()


def test_a_removed_row_is_found(newsroom: Newsroom) -> None:
    newsroom.release()
    newsroom.settle()
    Entry.objects.filter(sequence=Head.objects.get().sequence).delete()
    with pytest.raises(CommandError, match="HEAD"):
        call_command("verify_ledger")


def test_a_changed_body_is_found(newsroom: Newsroom) -> None:
    newsroom.release()
    newsroom.settle()
    Body.objects.filter(current__key__startswith="page:").update(text="{}")
    with pytest.raises(ValueError, match="not what its hash says"):
        ledger.verify()


def test_a_rebuild_that_changes_nothing_is_silent(newsroom: Newsroom) -> None:
    page = newsroom.release()
    newsroom.settle()
    before = Current.objects.filter(key=f"page:{page.pk}").values().get()
    for _ in range(3):
        mark(f"page:{page.pk}", "correction", "Ingenting.")
        newsroom.settle()
    assert kinds(f"page:{page.pk}") == ["published"]
    assert Current.objects.filter(key=f"page:{page.pk}").values().get() == before


def test_another_end_is_a_change_though_no_text_tells_of_it(newsroom: Newsroom) -> None:
    """Lists that are kept, here and in caches, are kept until the next end that they know of."""
    page = newsroom.release()
    newsroom.settle()
    page.expire_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    newsroom.settle()
    assert kinds(f"page:{page.pk}") == ["published", "minor"]


def test_erasing_keeps_the_chain_and_spares_what_is_public(newsroom: Newsroom) -> None:
    page = newsroom.release("Personuppgift")
    newsroom.settle()
    key = f"page:{page.pk}"
    with pytest.raises(CommandError, match="unpublished first"):
        call_command("erase", key, decision="EBM 2026/1")
    page.title = "Utan uppgift"
    page.save_revision().publish()
    newsroom.settle()
    call_command("erase", key, decision="EBM 2026/1")
    erased = Body.objects.get(erased_at__isnull=False)
    assert (erased.text, erased.decision) == (None, "EBM 2026/1")
    assert Current.objects.get(key=key).body.text is not None
    assert ledger.verify()


def test_an_erased_body_that_is_published_anew_is_whole_again(newsroom: Newsroom) -> None:
    page = newsroom.release("Samma text")
    newsroom.settle()
    page.unpublish()
    newsroom.settle()
    call_command("erase", f"page:{page.pk}", decision="EBM 2026/2")
    page.refresh_from_db()
    page.save_revision().publish()
    newsroom.settle()
    assert Current.objects.get(key=f"page:{page.pk}").body.text
    assert ledger.verify()


def test_the_ledger_is_not_locked_outside_a_transaction(committed_newsroom: Newsroom) -> None:
    with pytest.raises(RuntimeError, match="within a transaction"):
        ledger.lock()
