"""A change to a public page has a kind, a note and a date; a draft and a first publication have none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Change, PressReleasePage
from cms.publishing.models import Entry, Mark
from tests.cms.articles.conftest import Editor, errors

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each goes through the admin's pages


def test_a_first_publication_is_no_change(editor: Editor) -> None:
    editor.published(change_kind="correction", change_note="Fel.")
    assert not Change.objects.exists()


def test_a_draft_of_a_public_page_is_not_asked(editor: Editor) -> None:
    page = editor.published()
    assert editor.edit(page, publish=False, lead="Ny ingress.").status_code == 302
    assert not Change.objects.exists()


def test_a_change_must_say_what_it_is(editor: Editor) -> None:
    page = editor.published()
    assert list(errors(editor.edit(page, lead="Ny ingress."))) == ["change_kind"]
    assert PressReleasePage.objects.get().lead == "En ingress."


@pytest.mark.parametrize("kind", ["update", "correction"])
def test_what_readers_are_told_needs_a_line(editor: Editor, kind: str) -> None:
    page = editor.published()
    assert list(errors(editor.edit(page, change_kind=kind))) == ["change_note"]
    assert editor.edit(page, change_kind=kind, change_note="Antalet är tolv.").status_code == 302
    change = Change.objects.get()
    assert (change.kind, change.note, change.page_id) == (kind, "Antalet är tolv.", page.pk)


def test_a_minor_change_needs_no_line(editor: Editor) -> None:
    page = editor.published()
    assert editor.edit(page, change_kind="minor").status_code == 302


def test_the_choice_is_asked_anew_each_time(editor: Editor) -> None:
    page = editor.published()
    editor.edit(page, change_kind="update", change_note="Nytt.")
    page.refresh_from_db()
    latest = page.get_latest_revision_as_object()
    assert {page.change_kind, page.change_note, latest.change_kind, latest.change_note} == {""}
    assert list(errors(editor.edit(page, lead="Igen."))) == ["change_kind"]


def test_publishing_the_same_revision_again_adds_nothing(editor: Editor) -> None:
    page = editor.published()
    page.change_kind, page.change_note = "update", "Nytt."
    revision = page.save_revision()
    content = dict(revision.content)
    revision.publish()
    revision.content = content  # as if two workers had read it before either had emptied the choice
    revision.publish()
    assert Change.objects.count() == 1


def test_a_planned_change_keeps_its_choice(editor: Editor) -> None:
    page = editor.published()
    later = timezone.localtime(timezone.now() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    response = editor.edit(page, lead="Senare.", change_kind="update", change_note="Nytt.", go_live_at=later)
    assert response.status_code == 302
    assert not Change.objects.exists()
    revision = page.revisions.latest("pk")
    assert (revision.content["change_kind"], revision.content["change_note"]) == ("update", "Nytt.")
    revision.content["go_live_at"] = timezone.now().isoformat()
    revision.publish()
    assert Change.objects.get().note == "Nytt."


def test_coming_back_after_unpublishing_is_no_change(editor: Editor) -> None:
    page = editor.published()
    PressReleasePage.objects.get(pk=page.pk).unpublish()
    assert editor.edit(page).status_code == 302
    assert not Change.objects.exists()


def test_kind_and_note_are_marked_for_the_ledger(editor: Editor) -> None:
    page = editor.published()
    editor.newsroom.settle()
    editor.edit(page, lead="Tolv.", change_kind="correction", change_note="Antalet är tolv.")
    assert Mark.objects.filter(key=f"page:{page.pk}", kind="correction", note="Antalet är tolv.").exists()
    editor.newsroom.settle()
    entry = Entry.objects.filter(key=f"page:{page.pk}").latest("sequence")
    assert (entry.kind, entry.note) == ("correction", "Antalet är tolv.")


def test_the_panel_is_there_only_when_the_public_reads_the_page(editor: Editor) -> None:
    editor.create(publish=False)
    draft = PressReleasePage.objects.get()
    asked = "Ändring av en publicerad sida"
    assert asked not in editor.client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    editor.edit(draft)
    assert asked in editor.client.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
