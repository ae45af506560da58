"""Abbreviations and languages survive the editor: what is stored comes back as it was stored."""

from __future__ import annotations

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from articles.writing.inline_features import LANGUAGES
from articles.writing.prose import FEATURES

STORED = [
    '<p data-block-key="a">Enligt <abbr title="Ett &quot;råd&quot; &amp; mer">CAN</abbr> minskar det.</p>',
    *(f'<p data-block-key="a">Kallat <span lang="{code}">ord</span> här.</p>' for code in LANGUAGES),
    '<p data-block-key="a"><b>Fet <span lang="en">and foreign</span></b></p>',
    '<p data-block-key="a"><a href="https://can.se/"><span lang="en">in English</span></a></p>',
    '<p data-block-key="a"><a href="https://can.se/">Om <span lang="se">sámegillii</span></a></p>',
]


@pytest.mark.parametrize("stored", STORED)
@pytest.mark.django_db
def test_round_trip(stored: str) -> None:
    converter = ContentstateConverter(FEATURES)
    state = json.loads(converter.from_database_format(stored))
    assert converter.to_database_format(json.dumps(state)) == stored


@pytest.mark.parametrize(
    "stored", ['<span lang="xx">ord</span>', "<abbr>CAN</abbr>", '<span class="x">ord</span>']
)
def test_other_marks_do_not_come_in(stored: str) -> None:
    converter = ContentstateConverter(FEATURES)
    again = converter.to_database_format(converter.from_database_format(f"<p>{stored}</p>"))
    assert "<abbr" not in again
    assert "<span" not in again
