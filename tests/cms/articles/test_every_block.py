"""Every block of a body, found by itself: saved, published, as openapi.json says, and shown by the visitor site."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock

from articles.blocks import PressReleaseBodyBlock
from articles.models import InformationPage, PressReleasePage
from articles.writing.web_address import WebAddressBlock
from tests.cms.api.described import component
from tests.cms.articles import examples
from tests.cms.articles.random_blocks import MISSING, Path, anything, leaves, listed, replaced, varied
from tests.cms.conftest import Newsroom, body
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.visitor import STRICT, Visitor

BODY = PressReleaseBodyBlock()
NAMES = sorted(BODY.child_blocks)
WRITTEN = (blocks.CharBlock, blocks.TextBlock)
ABOVE = {"type": "heading", "value": {"text": "Ovan", "level": "2"}, "id": "above"}


@dataclass
class Desk:
    """A press release to put blocks into, and a visitor who reads it."""

    newsroom: Newsroom
    release: PressReleasePage
    stored: dict[str, Any]
    visitor: Visitor
    shown: dict[str, Any]

    def save(self, name: str, value: Any) -> Any:
        """The body with this block after a heading, saved as a draft and opened again."""
        BODY.clean_deferred(self._body(name, value))
        page = PressReleasePage.objects.get(pk=self.release.pk)
        page.body = json.dumps([ABOVE, {"type": name, "value": value, "id": "tried"}])
        page.save_revision(clean=False)
        return page.get_latest_revision_as_object().body

    def publish(self) -> list[dict[str, Any]]:
        """The published blocks."""
        page = PressReleasePage.objects.get(pk=self.release.pk)
        page.latest_revision.publish()
        self.newsroom.settle()
        document: list[dict[str, Any]] = json.loads(body(f"page:{page.pk}") or "")["body"]
        return document

    def read(self, published: list[dict[str, Any]]) -> str:
        """The visitor's page with these blocks."""
        self.shown["body"] = published
        answer = self.visitor.get("/x/")
        assert answer.status_code == 200
        return answer.text

    def _body(self, name: str, value: Any) -> Any:
        return BODY.to_python([ABOVE, {"type": name, "value": value, "id": "tried"}])


@pytest.fixture
def desk(newsroom: Newsroom) -> Iterator[Desk]:
    release = examples.make_full_release(newsroom)
    stored = {block["type"]: block["value"] for block in release.body.get_prep_value()}
    shown = example("pages/press_release")

    def handler(request: httpx.Request) -> httpx.Response:
        return cms_with(shown)(request)

    visitor = Visitor(httpx.MockTransport(handler), renderer=STRICT)
    yield Desk(newsroom, release, stored, visitor, shown)
    visitor.close()


def faults(opened: Any) -> list[str]:
    """What the editor is told; nothing when the body may be published."""
    try:
        with translation.override("sv"):
            BODY.clean(opened)
    except ValidationError as error:
        return [sentence for each in error.non_block_errors.as_data() for sentence in each.messages]
    return []


def follow(desk: Desk, name: str, value: Any, caplog: pytest.LogCaptureFixture) -> str:
    """A block's whole way, in a transaction that leaves nothing: "refused", "left out" or "shown"."""
    caplog.clear()
    with transaction.atomic(), caplog.at_level(logging.WARNING):
        opened = desk.save(name, value)
        told = faults(opened)
        assert all(sentence.startswith("Block 2 (") for sentence in told)
        published = [] if told else desk.publish()
        for block in published:
            BODY.child_blocks[block["type"]].shape.model_validate(block["value"])
            component("PressReleaseBodyBlock").validate(block)
        html = desk.read(published)
        assert [record.getMessage() for record in caplog.records] == []
        if "None" not in json.dumps(value):  # unless somebody wrote the word
            assert "None" not in html.partition("<main")[2]
        transaction.set_rollback(True)
    return "refused" if told else ("shown" if len(published) > 1 else "left out")


@pytest.mark.slow
@pytest.mark.django_db
def test_the_examples_go_all_the_way(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    ways = {name: follow(desk, name, desk.stored[name], caplog) for name in NAMES}
    assert ways == dict.fromkeys(NAMES, "shown")


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_an_editor_writes(
    desk: Desk, name: str, caplog: pytest.LogCaptureFixture, data: st.DataObject
) -> None:
    block, stored = BODY.child_blocks[name], desk.stored[name]
    value = data.draw(varied(block, stored) | anything(block))
    event(follow(desk, name, value, caplog))


def bad_values(block: Any) -> Iterator[tuple[str, Any]]:
    """The classes of what can't be published, that are to be had for this kind of block."""
    if isinstance(block, blocks.RichTextBlock) and block.field.required:
        yield from {"no words": "<p> </p>", "only a no-break space": "<p>&nbsp;</p>"}.items()
    elif isinstance(block, blocks.ListBlock) and block.meta.min_num:
        yield "too few", []
    elif isinstance(block, ChooserBlock) and block.required:
        yield from {"nothing chosen": None, "chosen and deleted": MISSING}.items()
    elif isinstance(block, WebAddressBlock):
        yield from {"a script": "javascript:alert(1)", "no address": "a b"}.items()
    elif isinstance(block, WRITTEN) and block.field.required:
        yield from {"nothing": "", "only spaces": "  "}.items()


@pytest.mark.slow
@pytest.mark.django_db
def test_what_no_block_may_hold(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Each class of bad value, in each place of each block: saved, and refused at its block."""
    accepted: list[tuple[str, Path, str]] = []
    for name, stored in desk.stored.items():
        for path, child in leaves(BODY.child_blocks[name], stored):
            for case, bad in bad_values(child):
                if follow(desk, name, replaced(stored, path, bad), caplog) != "refused":
                    accepted.append((name, path, case))
    assert accepted == []


@pytest.mark.django_db
def test_a_list_with_too_many_items_is_refused(desk: Desk) -> None:
    for name, stored in desk.stored.items():
        for path, child in leaves(BODY.child_blocks[name], stored):
            if isinstance(child, blocks.ListBlock) and child.meta.max_num:
                item = next(value for way, value in _values(stored) if way == (*path, 0, "value"))
                many = replaced(stored, path, listed([item] * (child.meta.max_num + 1)))
                assert faults(BODY.to_python([{"type": name, "value": many, "id": "1"}])), name


def _values(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        yield from _values(each, (*path, name))


@pytest.mark.django_db
def test_the_blocks_of_other_pages_are_among_them() -> None:
    other = InformationPage._meta.get_field("body").stream_block.child_blocks
    assert set(other) <= set(NAMES)
