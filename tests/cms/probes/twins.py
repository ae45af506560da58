"""Things of the same kinds that everybody may see. A door that never tells of them would tell no secret either."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from wagtail.models import Locale, Page

from . import makers
from .ground import Ground
from .words import Words


def _page(ground: Ground, words: Words) -> list[Any]:
    return [makers.information(ground, words)]


def _release(ground: Ground, words: Words) -> list[Any]:
    return [makers.release(ground, words)]


def _below(ground: Ground, words: Words) -> list[Any]:
    section = ground.section()
    return [section, makers.information(ground, words, section)]


def _alias(ground: Ground, words: Words) -> list[Any]:
    page = ground.section(words.title)
    return [page, page.create_alias(parent=Page.objects.get(pk=page.pk), update_slug=words.slug)]


def _to_end(ground: Ground, words: Words) -> list[Any]:
    """In a year."""
    from datetime import timedelta

    from django.utils import timezone

    return [makers.information(ground, words, expire_at=timezone.now() + timedelta(days=365))]


def _translation(ground: Ground, words: Words) -> list[Any]:
    page = ground.section("På svenska")
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.title, english.lead, english.slug = words.title, words.lead, words.slug
    english.save_revision(clean=False).publish()
    return [page, english]


TWINS: Final[dict[str, Callable[[Ground, Words], list[Any]]]] = {
    "an information page": _page,
    "a press release": _release,
    "a page below another": _below,
    "an alias": _alias,
    "a page that ends in a year": _to_end,
    "a picture": lambda ground, words: [makers.picture(ground, words)],
    "a file": lambda ground, words: [makers.pdf(ground, words)],
    "a contact": lambda ground, words: [makers.contact(ground, words)],
    "a promo": lambda ground, words: [makers.promo(ground, words)],
    "a notice": lambda ground, words: [makers.notice(ground, words)],
}
