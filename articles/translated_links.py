"""The rows of a page that was copied into another language: topics and the like, in that language where they are."""

from __future__ import annotations

from typing import Final

from .models import PressReleasePage

RELATIONS: Final = {"topic_links": "topic", "contact_links": "contact"}


def translate_links(page: PressReleasePage) -> None:
    """Point the rows at the translations of what they name, in a new draft; what has none stays, and the form tells."""
    for relation, field in RELATIONS.items():
        rows = list(getattr(page, relation).all())
        for row in rows:
            thing = getattr(row, field)
            setattr(row, field, thing and (thing.get_translation_or_none(page.locale) or thing))
        setattr(page, relation, rows)
    page.save_revision()
