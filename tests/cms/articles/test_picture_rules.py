"""No picture is published without a word on what it shows, in the language of its page."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from articles.blocks import PressReleaseBodyBlock
from articles.writing.faults import told
from articles.writing.picture_rules import picture_faults, swedish_texts
from cms.media.models import Picture
from tests.cms.articles.examples import make_picture
from tests.cms.conftest import Newsroom

NOTHING = {"description": "", "english_description": "", "is_decorative": False}


@pytest.mark.parametrize(
    ("said", "locale", "fault"),
    [
        ({}, "sv", "Bilden ”Hamn” saknar beskrivning."),
        ({}, "en", "Bilden ”Hamn” saknar beskrivning på engelska."),
        ({"description": " "}, "sv", "Bilden ”Hamn” saknar beskrivning."),
        ({"description": "En hamn."}, "sv", ""),
        ({"description": "En hamn."}, "en", "Bilden ”Hamn” saknar beskrivning på engelska."),
        ({"english_description": "A harbour."}, "sv", "Bilden ”Hamn” saknar beskrivning."),
        ({"english_description": "A harbour."}, "en", ""),
        ({"is_decorative": True}, "sv", ""),
        ({"is_decorative": True}, "en", ""),
    ],
)
def test_a_main_picture_is_described_or_decorative(said: dict[str, Any], locale: str, fault: str) -> None:
    picture = Picture(title="Hamn", collection_id=1, **NOTHING | said)
    with translation.override("sv"):
        found = list(picture_faults(picture, locale))
    assert [(field, message.startswith(fault)) for field, message in found] == (
        [("picture", True)] if fault else []
    )


def test_no_picture_is_no_fault() -> None:
    assert not list(picture_faults(None, "sv"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("locale", "alt", "decorative", "wrong"),
    [
        ("en", "En hamn i gryningen.", False, True),
        ("en", "A harbour at dawn.", False, False),
        ("en", "En hamn i gryningen.", True, False),
        ("sv", "En hamn i gryningen.", False, False),
    ],
)
def test_a_block_of_an_english_page_is_not_left_in_swedish(
    newsroom: Newsroom, locale: str, alt: str, decorative: bool, wrong: bool
) -> None:
    stored = {"image": make_picture().pk, "alt_text": alt, "decorative": decorative}
    block = PressReleaseBodyBlock()
    body = block.to_python([{"type": "image", "value": {"picture": stored, "caption": ""}, "id": "1"}])
    with translation.override("sv"):
        sentences = told(block, swedish_texts(body, locale), ["image"])
    assert len(sentences) == wrong
    if wrong:
        assert sentences[0].startswith("Block 1 (Bild), ")
        assert sentences[0].endswith(": Bilden beskrivs på svenska här. Skriv på engelska vad den visar.")
