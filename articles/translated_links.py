"""What a page that was copied into another language names: topics and contacts, in that language where they are."""

from __future__ import annotations

import json
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Locale, Page

from .contacts.models import Contact

RELATIONS: Final = {"topic_links": "topic", "contact_links": "contact", "audience_links": "audience"}


def translate_links(page: Page) -> None:
    """Point rows and blocks at the translations of what they name, in a new draft; what has none stays as it is."""
    for relation, field in RELATIONS.items():
        if hasattr(page, relation):
            _translate_rows(page, relation, field)
    if hasattr(page, "body"):
        stored = [_translated(block, page.locale) for block in page.body.get_prep_value()]
        page.body = json.dumps(stored, cls=DjangoJSONEncoder)
    page.save_revision()


def _translate_rows(page: Page, relation: str, field: str) -> None:
    rows = list(getattr(page, relation).all())
    for row in rows:
        thing = getattr(row, field)
        setattr(row, field, thing and (thing.get_translation_or_none(page.locale) or thing))
    setattr(page, relation, rows)


def _translated(block: dict[str, Any], locale: Locale) -> dict[str, Any]:
    """A stored block, a contact's with the contact in that language."""
    if block["type"] != "contact":
        return block
    contact = Contact.objects.filter(pk=block["value"]["contact"]).first()
    found = contact and contact.get_translation_or_none(locale)
    return block | {"value": block["value"] | {"contact": found.pk}} if found else block
