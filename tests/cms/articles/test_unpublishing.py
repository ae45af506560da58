"""Unpublishing takes a reason and a successor along, and only what the editor gave."""

from __future__ import annotations

from typing import Any

import pytest

from articles.models import PressReleasePage
from cms.publishing.models import Farewell, Gone
from tests.cms.articles.conftest import Editor

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # each goes through the admin's pages


def unpublish(editor: Editor, page: Any, **fields: Any) -> Any:
    return editor.client.post(f"/admin/pages/{page.pk}/unpublish/", fields)


def test_the_form_asks(editor: Editor) -> None:
    page = editor.published()
    content = editor.client.get(f"/admin/pages/{page.pk}/unpublish/").content.decode()
    assert "Varför avpubliceras sidan?" in content
    assert "Vart ska läsarna gå i stället?" in content


def test_reason_and_successor_reach_the_public(editor: Editor) -> None:
    page, successor = editor.published(), editor.newsroom.information("Om oss")
    editor.newsroom.settle()
    unpublish(editor, page, reason="Inaktuellt.", successor=successor.pk)
    editor.newsroom.settle()
    assert not PressReleasePage.objects.get(pk=page.pk).live
    gone = Gone.objects.get(key=f"page:{page.pk}")
    assert (gone.reason, gone.successor, gone.title) == ("Inaktuellt.", f"page:{successor.pk}", "")


def test_the_title_stays_only_when_asked_for(editor: Editor) -> None:
    page = editor.published()
    editor.newsroom.settle()
    unpublish(editor, page, show_title="on")
    editor.newsroom.settle()
    assert Gone.objects.get(key=f"page:{page.pk}").title == page.title


def test_a_fault_in_the_farewell_leaves_the_page_public(editor: Editor) -> None:
    page = editor.published()
    response = unpublish(editor, page, reason="x" * 301)
    assert response.status_code == 200
    assert PressReleasePage.objects.get(pk=page.pk).live


def test_what_was_said_is_over_when_the_page_is_back(editor: Editor) -> None:
    page = editor.published()
    unpublish(editor, page, reason="Inaktuellt.")
    editor.edit(page)
    assert not Farewell.objects.exists()


def test_unpublishing_many_gives_no_reason(editor: Editor) -> None:
    page = editor.published()
    editor.newsroom.settle()
    address = f"/admin/bulk/wagtailcore/page/unpublish/?id={page.pk}"
    editor.client.post(address, {"include_descendants": ""})
    editor.newsroom.settle()
    assert not PressReleasePage.objects.get(pk=page.pk).live
    assert Gone.objects.get(key=f"page:{page.pk}").reason == ""
