"""What the layout promises, held by machine: names, examples, import directions, hosts, languages."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client
from wagtail.models import Page, get_page_models

from articles.blocks import PressReleaseBodyBlock
from cms import messages
from cms.publishing import page_types
from tests.cms.articles import examples
from tests.cms.conftest import Newsroom

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "tests" / "contract"
BLOCKS = sorted(PressReleaseBodyBlock.base_blocks)
CONTENT = {"articles", "agencies", "home"}
MAY_IMPORT = {
    "agencies": {"agencies", "cms"},
    "articles": {"articles", "agencies", "cms"},
    "disclosure": {"disclosure", "cms"},
    "feedback": {"feedback", "cms"},
    "home": {"home", "articles", "agencies", "cms"},
    "cms": {"cms"},
    "frontend": {"frontend"},
}
HOST = re.compile(r"""(?:https?:)?//(?!www\.w3\.org)[a-z0-9-]+\.[a-z]""")


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_its_file_shape_preview_and_example(name: str) -> None:
    module = import_module(f"articles.blocks.{name}")
    block = PressReleaseBodyBlock.base_blocks[name]
    assert type(block).__module__ == module.__name__
    assert block.is_previewable
    assert block.meta.description
    assert block.meta.group
    get_template(block.meta.template)
    example = json.loads((CONTRACT / "blocks" / f"{name}.json").read_text(encoding="utf-8"))
    assert example["type"] == name
    block.shape.model_validate(example["value"])


def test_there_is_no_block_file_or_example_without_its_block() -> None:
    files = {path.stem for path in (ROOT / "articles" / "blocks").glob("*.py")} - {"__init__"}
    assert files == {path.stem for path in (CONTRACT / "blocks").glob("*.json")} == set(BLOCKS)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_shows_its_preview(name: str) -> None:
    block = PressReleaseBodyBlock.base_blocks[name]
    assert block.render(block.get_preview_value()).strip()


@pytest.mark.django_db
@pytest.mark.parametrize("model", [each for each in get_page_models() if each is not Page])
def test_a_page_type_has_its_builder_and_example(model: Any) -> None:
    assert model in page_types._types
    stem = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__.removesuffix("Page")).lower()
    example = json.loads((CONTRACT / "pages" / f"{stem}.json").read_text(encoding="utf-8"))
    assert example["meta"]["type"] == page_types.type_name(model())
    if "body" in example:
        _check_body(example["body"])


@pytest.mark.django_db
def test_a_page_with_every_block_keeps_to_the_shapes(newsroom: Newsroom) -> None:
    from cms.publishing.build import build

    release = examples.make_full_release(newsroom)
    document = build([f"page:{release.pk}"])[f"page:{release.pk}"].document
    assert document is not None
    assert sorted(block["type"] for block in document.body["body"]) == BLOCKS
    _check_body(document.body["body"])


def _check_body(blocks: list[dict[str, Any]]) -> None:
    for block in blocks:
        PressReleaseBodyBlock.base_blocks[block["type"]].shape.model_validate(block["value"])


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_imports_point_one_way(part: str) -> None:
    ours = set(MAY_IMPORT)
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((ROOT / part).rglob("*.py"))
        for name in _imported(path)
        if name.split(".")[0] in ours - MAY_IMPORT[part]
    ]
    assert not wrong


def test_the_visitor_site_knows_no_django() -> None:
    names = {name.split(".")[0] for path in (ROOT / "frontend").rglob("*.py") for name in _imported(path)}
    assert not names & {"django", "wagtail", "rest_framework", "cms"}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def test_templates_name_no_outside_host() -> None:
    folders = [path for part in MAY_IMPORT for path in (ROOT / part).rglob("templates") if path.is_dir()]
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for folder in folders
        for path in folder.rglob("*.html")
        for match in HOST.finditer(path.read_text(encoding="utf-8"))
    ]
    assert folders
    assert not found


def test_every_text_of_the_admin_is_in_the_catalogue_in_swedish() -> None:
    catalogue = messages.read_from(messages.CATALOGUE)
    texts = {message.id for message in messages.collect() if message.id}
    assert {message.id for message in catalogue if message.id} == texts, "run make messages"
    assert not messages.untranslated(catalogue)


@pytest.mark.parametrize(
    "path", [messages.CATALOGUE, *messages.WAGTAIL.glob("*.po")], ids=lambda path: path.stem
)
def test_the_compiled_catalogue_is_that_of_the_texts(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == messages.compiled(path), "run make messages"
    assert not messages.untranslated(messages.read_from(path))


@pytest.mark.django_db
def test_the_admin_speaks_swedish(newsroom: Newsroom, client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    page = newsroom.release()
    form = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    for word in (
        'lang="sv"',
        "Spara utkast",
        "Publicera",
        "Ingress",
        "Brödtext",
        "Faktaruta",
        "Adress och sökmotorer",
    ):
        assert word in form
    start = client.get("/admin/").content.decode()
    assert "Nytt pressmeddelande" in start
    assert "guide.wagtail.org" not in start
