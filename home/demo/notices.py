"""The demo site's notices, in force when they are loaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from home.models import Notice

from . import content
from .body import identified
from .content import LANGUAGES, Values
from .tree import Tree


def load_notices(tree: Tree) -> Iterator[str]:
    """Put up those that were never put up; give back their headlines."""
    for row in content.read("notices")["notice"]:
        for locale in LANGUAGES:
            if locale in row and not Notice.objects.filter(
                translation_key=identified(row["key"]), locale__language_code=locale
            ):
                yield f"Notice: {_put_up(row, locale, tree)}"


def _put_up(row: Values, locale: str, tree: Tree) -> Notice:
    now = timezone.now().replace(second=0, microsecond=0)
    notice = Notice(
        translation_key=identified(row["key"]),
        locale=Locale.objects.get(language_code=locale),
        kind=row["kind"],
        start=now + timedelta(days=row["begins_in"]),
        end=now + timedelta(days=row["ends_in"]) if "ends_in" in row else None,
        page_id=tree.id(row["page"], locale) if "page" in row else None,
        url=row.get("url", ""),
        **row[locale],
    )
    notice.full_clean()
    notice.save()
    return notice
