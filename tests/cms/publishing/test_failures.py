"""A build that fails harms neither the editor's save nor other documents; it is kept, shown, and tried again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import PressReleasePage
from cms.publishing import pages, publisher
from cms.publishing.documents import Document
from cms.publishing.models import Current, Mark
from tests.cms.conftest import Newsroom, body, kinds

pytestmark = pytest.mark.slow


@pytest.fixture
def broken_title(monkeypatch: pytest.MonkeyPatch) -> None:
    """Building a page whose title has the word trasig raises; everything else is built as usual."""
    build = pages.PageSource.build

    def failing(self: pages.PageSource, thing: Any) -> Document:
        if "trasig" in thing.title:
            raise LookupError("den delen saknas")
        return build(self, thing)

    monkeypatch.setattr(pages.PageSource, "build", failing)


@pytest.mark.usefixtures("broken_title")
def test_one_failure_in_a_batch_leaves_the_others_published(newsroom: Newsroom) -> None:
    good = [newsroom.release(f"Hel {number}") for number in range(4)]
    bad = newsroom.release("Är trasig")
    newsroom.settle()
    assert all(body(f"page:{page.pk}") for page in good)
    assert body(f"page:{bad.pk}") is None
    mark = Mark.objects.get(key=f"page:{bad.pk}")
    assert mark.error == "LookupError: den delen saknas"
    assert mark.not_before > timezone.now()


@pytest.mark.usefixtures("broken_title")
def test_the_public_keeps_the_earlier_version(newsroom: Newsroom) -> None:
    page = newsroom.release("Hel")
    newsroom.settle()
    page.title = "Nu trasig"
    page.save_revision().publish()
    newsroom.settle()
    assert '"title":"Hel"' in (body(f"page:{page.pk}") or "")


def test_it_heals_when_the_cause_is_gone(
    newsroom: Newsroom, broken_title: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = newsroom.release("Är trasig")
    newsroom.settle()
    monkeypatch.undo()
    Mark.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    newsroom.settle()
    assert kinds(f"page:{page.pk}") == ["published"]
    assert not Mark.objects.exists()


@pytest.mark.usefixtures("broken_title")
def test_attempts_grow_ever_rarer(newsroom: Newsroom) -> None:
    page = newsroom.release("Är trasig")
    waits = []
    for _ in range(4):
        Mark.objects.update(not_before=None)
        publisher.drain()
        mark = Mark.objects.get(key=f"page:{page.pk}")
        waits.append(round((mark.not_before - timezone.now()).total_seconds() / 10))
    assert waits == [1, 2, 4, 8]


@pytest.mark.usefixtures("broken_title")
def test_the_editor_is_told_published_and_the_admin_shows_the_failure(
    committed_newsroom: Newsroom, client: Client
) -> None:
    client.force_login(User.objects.create_superuser("chef", password="x"))
    page: PressReleasePage = committed_newsroom.release("Är trasig")
    page.refresh_from_db()
    assert page.live
    shown = client.get("/admin/").content.decode()
    assert "LookupError: den delen saknas" in shown
    assert "Är trasig" in shown


def test_a_receiver_that_raises_after_commit_does_not_reach_the_editor(
    committed_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(keys: list[str]) -> int:
        raise ConnectionError("nätet är borta")

    monkeypatch.setattr(publisher, "publish", broken)
    page = committed_newsroom.release("Ändå sparad")
    assert page.live
    monkeypatch.undo()
    committed_newsroom.settle()
    assert body(f"page:{page.pk}")


def test_a_lower_shape_never_replaces_a_higher(newsroom: Newsroom) -> None:
    page = newsroom.release("Från ett nyare program")
    newsroom.settle()
    Current.objects.filter(key=f"page:{page.pk}").update(shape=10_000)
    page.title = "Från ett äldre"
    page.save_revision().publish()
    newsroom.settle()
    assert "nyare" in (body(f"page:{page.pk}") or "")
    assert "StaleShape" in Mark.objects.get(key=f"page:{page.pk}", source=True).error
