"""What stands for a thing in an address: its number, its path, its words, the addresses of its files."""

from __future__ import annotations

from typing import Any, Final

from wagtail.models import Page

from articles.contacts.models import Contact
from cms.media.models import File, Picture
from cms.publishing import documents
from cms.publishing.references import files
from home.models import Notice, Promo

from .words import Words

Gaps = dict[str, str]

FIELDS: Final = (
    "slug",
    "title",
    "lead",
    "text",
    "name",
    "quote",
    "caption",
    "alt",
    "credit",
    "file",
    "cell",
    "change",
)
"""Whose words are looked for."""


def gaps_of(words: Words, rows: list[Any]) -> list[Gaps]:
    """One for each row that an address can ask for; the words fill all of them."""
    said = {name: getattr(words, name) for name in ("mark", *FIELDS)}
    said["all"] = "+".join(getattr(words, name) for name in FIELDS)
    return [said | gaps for row in rows for gaps in _of(row)]


def _of(row: Any) -> list[Gaps]:
    match row:
        case Page():
            parts = row.get_url_parts()
            return [{"page": str(row.pk), "path": parts[2] if parts else f"/{row.slug}/"}]
        case Contact():
            return [{"contact": str(row.pk)}]
        case Promo():
            return [{"promo": str(row.pk)}]
        case Notice():
            return [{"notice": str(row.pk)}]
        case Picture():
            return [{"picture": str(row.pk)} | _file(f"picture:{row.pk}", row)]
        case File():
            return [{"file": str(row.pk)} | _file(f"file:{row.pk}", row)]
    return [{}]


def _file(key: str, row: Any) -> Gaps:
    """Where its bytes are stored, and the address that they have, or would have, when they are public."""
    said = documents.source_of(key).refer(row, "card", "sv")
    return {"stored": row.file.name, "media": str(next(iter(files([said]))))}
