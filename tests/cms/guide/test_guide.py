"""The editors' guide: complete, for editors only, and without a loose end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from articles.blocks import PressReleaseBodyBlock
from cms.guide.chapters import CONTENTS, GUIDE, chapters
from tests.cms.conftest import Newsroom
from tests.cms.guide.words import is_shown

NAMES = sorted(path.stem for path in GUIDE.glob("*.md"))


@pytest.fixture
def editor(db: None, client: Client, django_user_model: Any) -> Client:
    client.force_login(django_user_model.objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    return client


def test_every_chapter_stands_in_the_table_of_contents() -> None:
    assert sorted(chapters()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_leads_only_to_what_there_is(name: str) -> None:
    text = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (GUIDE / target).is_file(), target


@pytest.mark.parametrize("name", NAMES)
def test_words_in_bold_are_those_of_the_admin(name: str) -> None:
    text = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
    bold = {word.rstrip(":") for word in re.findall(r"\*\*([^*]+)\*\*", text)}
    assert [word for word in sorted(bold) if not is_shown(word)] == []


@pytest.mark.parametrize("word", ["Slag", "Publicera vid", "Lägg till bil", "Tryck på Publicera", ""])
def test_other_words_are_not_taken_for_them(word: str) -> None:
    assert not is_shown(word)


def test_every_block_has_its_paragraph() -> None:
    text = (GUIDE / "blocken.md").read_text(encoding="utf-8")
    with override("sv"):
        labels = [str(block.label) for block in PressReleaseBodyBlock().child_blocks.values()]
    assert [label for label in labels if f"| **{label}** |" not in text or f"### {label}\n" not in text] == []


def test_every_picture_is_used_and_described() -> None:
    text = "".join((GUIDE / f"{name}.md").read_text(encoding="utf-8") for name in NAMES)
    shown = dict(re.findall(r"!\[([^\]]*)\]\((bilder/[^)]+)\)", text))
    kept = {f"bilder/{path.name}" for path in (GUIDE / "bilder").glob("*.png")}
    assert set(shown.values()) == kept
    assert all(shown)


def test_the_help_menu_leads_to_it(newsroom: Newsroom, editor: Client) -> None:
    assert "/admin/guide/" in editor.get("/admin/").content.decode()
    answer = editor.get("/admin/guide/", follow=True)
    assert answer.redirect_chain == [(f"/admin/guide/{CONTENTS}.md", 302)]


@pytest.mark.parametrize("name", NAMES)
def test_editors_can_read_each_chapter(editor: Client, name: str) -> None:
    page = editor.get(f"/admin/guide/{name}.md").content.decode()
    assert chapters()[name].title in page
    assert 'aria-current="page"' in page


@pytest.mark.parametrize("path", ["", f"{CONTENTS}.md", "bilder/finns-inte.png"])
def test_nobody_else_can(db: None, client: Client, path: str) -> None:
    assert client.get(f"/admin/guide/{path}").status_code == 302


@pytest.mark.parametrize("path", ["finns-inte.md", "bilder/finns-inte.png"])
def test_what_is_no_part_of_it_is_not_found(editor: Client, path: str) -> None:
    assert editor.get(f"/admin/guide/{path}").status_code == 404


def test_it_is_in_the_image() -> None:
    root = Path(__file__).parents[3]
    assert "COPY docs/redaktor docs/redaktor" in (root / "Dockerfile").read_text(encoding="utf-8")
    assert "!docs/redaktor" in (root / ".dockerignore").read_text(encoding="utf-8")
