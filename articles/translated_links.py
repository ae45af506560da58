"""What a page that was copied into another language names: topics, contacts and the like, in that language if there."""

from __future__ import annotations

import json
from typing import Final

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page

from .writing.chosen_things import translated_block

RELATIONS: Final = {
    "topic_links": "topic",
    "contact_links": "contact",
    "audience_links": "audience",
    "promo_links": "promo",
}


def translate_links(page: Page) -> None:
    """Point rows and blocks at the translations of what they name, in a new draft; what has none stays as it is."""
    for relation, field in RELATIONS.items():
        if hasattr(page, relation):
            _translate_rows(page, relation, field)
    if hasattr(page, "body"):
        known = page.body.stream_block.child_blocks
        stored = [
            translated_block(block, known[block["type"]], page.locale) for block in page.body.get_prep_value()
        ]
        page.body = json.dumps(stored, cls=DjangoJSONEncoder)
    page.save_revision(clean=False)  # a draft may lack anything


def _translate_rows(page: Page, relation: str, field: str) -> None:
    rows = list(getattr(page, relation).all())
    for row in rows:
        thing = getattr(row, field)
        setattr(row, field, thing and (thing.get_translation_or_none(page.locale) or thing))
    setattr(page, relation, rows)
