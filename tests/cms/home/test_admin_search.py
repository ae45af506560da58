"""Editors find what they look for by its Swedish letters, in any case, also by its beginning."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from agencies.models import Agency
from articles.topics.models import Topic
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow


@pytest.fixture
def editor(newsroom: Newsroom, wagtail_indexes: None, client: Client, django_user_model: Any) -> Client:
    client.force_login(django_user_model.objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    newsroom.agency("Åklagarmyndigheten")
    newsroom.agency("Tullverket")
    Topic.objects.create(name="Överskuldsättning", locale=newsroom.home.locale)
    newsroom.release("Ängelholms hamn är öppen")
    newsroom.release("Tullen varnar")
    return client


@pytest.mark.parametrize(
    ("path", "words", "found", "other"),
    [
        (f"snippets/{Agency._meta.app_label}/agency/", "åklagar", "Åklagarmyndigheten", "Tullverket"),
        (f"snippets/{Agency._meta.app_label}/agency/", "MYNDIGHETEN", "Åklagarmyndigheten", "Tullverket"),
        (f"snippets/{Topic._meta.app_label}/topic/", "överskuld", "Överskuldsättning", ""),
        ("press-releases/", "ängelholm", "Ängelholms hamn", "Tullen varnar"),
        ("press-releases/", "Öppen", "Ängelholms hamn", "Tullen varnar"),
    ],
)
def test_lists_find_what_is_written_with_swedish_letters(
    editor: Client, path: str, words: str, found: str, other: str
) -> None:
    listed = editor.get(f"/admin/{path}", {"q": words}).content.decode()
    assert found in listed
    assert not other or other not in listed


def test_lists_say_when_nothing_is_found(editor: Client) -> None:
    listed = editor.get("/admin/press-releases/", {"q": "ångvält"}).content.decode()
    assert "Ängelholms hamn" not in listed
    assert "Tullen varnar" not in listed
