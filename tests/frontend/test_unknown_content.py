"""Content that is newer than the site, or broken, never takes a page down."""

import logging

import pytest

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with


def page_with(*blocks: object) -> dict:
    """An information page with these blocks before its own."""
    page = example("pages/information")
    return page | {"body": [*blocks, *page["body"]]}


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ({"id": "1", "type": "quiz", "value": {"question": "?"}}, "unknown block type"),
        ({"id": "1", "type": "../base", "value": {}}, "unknown block type"),
        ({"id": "1", "value": {}}, "a block without a type"),
        ("block", "a block without a type"),
        ({"id": "1", "type": "quote"}, "broken block"),
        ({"id": "1", "type": "links", "value": {"items": 7}}, "broken block"),
        ({"id": "1", "type": "text", "value": None}, None),
    ],
)
def test_block_is_skipped_and_logged(site_over, caplog, block: object, message: str | None) -> None:
    answer = site_over(cms_with(page_with(block))).get("/x/")
    assert answer.status_code == 200
    assert "Nya brottsupplägg upptäcktes" in answer.text
    assert message is None or message in caplog.messages


def test_unknown_page_type_is_a_plain_page(site_over, caplog) -> None:
    page = example("pages/information")
    page["meta"]["type"] = "quiz.QuizPage"
    with caplog.at_level(logging.WARNING):
        answer = site_over(cms_with(page)).get("/x/")
    assert answer.status_code == 200
    assert page["title"] in answer.text
    assert page["lead"] in answer.text
    assert "unknown page type" in caplog.messages


def test_fields_that_are_missing_are_empty(site_over) -> None:
    meta = {"type": "articles.InformationPage"}
    answer = site_over(cms_with({"meta": meta, "title": "Kort"}, site={"meta": {"type": "x"}})).get("/x/")
    assert answer.status_code == 200
    assert "Kort" in answer.text
