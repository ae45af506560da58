"""By the clock: readers' words go, and two years later all of their answers."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.publishing import chores
from feedback.erasure import erase
from feedback.models import Feedback, FeedbackSettings
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(newsroom: Newsroom) -> Any:
    """Makes an answer of so many days ago."""
    page = newsroom.information()

    def make(days: int, text: str = "Vilken dag?") -> Feedback:
        day = timezone.localdate() - timedelta(days=days)
        return Feedback.objects.create(page=page, answer="no", text=text, day=day)

    return make


def test_words_go_after_so_many_days_and_answers_after_two_years(
    kept: Any, caplog: pytest.LogCaptureFixture
) -> None:
    for days in (0, 89, 90, 729, 730):
        kept(days)
    with caplog.at_level(logging.INFO):
        assert erase() == 3
    assert "2 readers' answers were erased, and 1 deleted" in caplog.text
    ages = [(timezone.localdate() - day).days for day in Feedback.objects.values_list("day", flat=True)]
    assert ages == [0, 89, 90, 729]
    assert list(Feedback.objects.values_list("text", flat=True)) == ["Vilken dag?", "Vilken dag?", "", ""]
    assert erase() == 0


def test_the_number_of_days_is_a_setting(kept: Any) -> None:
    settings = FeedbackSettings.load()
    settings.erase_after_days = 5
    settings.save()
    kept(4), kept(5)
    assert erase() == 1


def test_the_worker_does_it() -> None:
    assert erase in {chore.act for chore in chores._chores}


def test_answers_go_with_their_page(kept: Any) -> None:
    page = kept(0).page
    page.delete()
    assert not Feedback.objects.exists()
