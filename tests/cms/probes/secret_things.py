"""What is kept from the public and is no page: files, what begins and ends, what visitors send in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import CollectionViewRestriction

from . import makers
from .ground import Ground
from .secret_pages import soon
from .words import Words

TOMORROW, YESTERDAY = timedelta(days=1), timedelta(days=-1)


def _closed(kind: str = CollectionViewRestriction.LOGIN) -> Any:
    collection = makers.collection()
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, password="x")
    return collection


def private_picture(ground: Ground, words: Words) -> list[Any]:
    return [makers.picture(ground, words, collection=_closed())]


def picture_below_private(ground: Ground, words: Words) -> list[Any]:
    return [makers.picture(ground, words, collection=makers.collection(_closed()))]


def picture_with_password(ground: Ground, words: Words) -> list[Any]:
    return [makers.picture(ground, words, collection=_closed(CollectionViewRestriction.PASSWORD))]


def private_file(ground: Ground, words: Words) -> list[Any]:
    return [makers.pdf(ground, words, collection=_closed())]


def file_below_private(ground: Ground, words: Words) -> list[Any]:
    return [makers.file(ground, words, collection=makers.collection(_closed()))]


def coming_contact(ground: Ground, words: Words) -> list[Any]:
    return [makers.contact(ground, words, valid_from=timezone.localdate() + 2 * TOMORROW)]


def past_contact(ground: Ground, words: Words) -> list[Any]:
    return [makers.contact(ground, words, valid_until=timezone.localdate() + YESTERDAY)]


def coming_promo(ground: Ground, words: Words) -> list[Any]:
    return [makers.promo(ground, words, start=timezone.now() + TOMORROW)]


def past_promo(ground: Ground, words: Words) -> list[Any]:
    return [makers.promo(ground, words, end=timezone.now() + YESTERDAY)]


def coming_notice(ground: Ground, words: Words) -> list[Any]:
    return [makers.notice(ground, words, start=timezone.now() + TOMORROW)]


def past_notice(ground: Ground, words: Words) -> list[Any]:
    return [makers.notice(ground, words, end=timezone.now() + YESTERDAY)]


def ended_promo(ground: Ground, words: Words) -> list[Any]:
    """By the clock, while the worker stands still."""
    return [makers.promo(ground, words, end=soon(), audience=None)]


def ended_notice(ground: Ground, words: Words) -> list[Any]:
    """The same."""
    return [makers.notice(ground, words, end=soon())]


def unused_picture(ground: Ground, words: Words) -> list[Any]:
    """Uploaded, and in no text."""
    return [makers.picture(ground, words)]


def unused_file(ground: Ground, words: Words) -> list[Any]:
    """The same."""
    return [makers.pdf(ground, words)]


def request(ground: Ground, words: Words) -> list[Any]:
    return [makers.asked(words)]


def feedback(ground: Ground, words: Words) -> list[Any]:
    return [makers.answered(ground, words)]
