"""What must be said of a page's pictures before the page is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StructBlockValidationError

from cms.media.models import Picture


def picture_faults(picture: Picture | None, locale: str) -> Iterator[tuple[str, str]]:
    """A main picture of which nothing is said in the page's language, and that isn't decorative."""
    if picture is None or picture.is_described_in(locale):
        return
    wanted = (
        _(
            "The picture “%(title)s” has no description in English. Choose “Edit this image” and say what it shows."
        )
        if locale == "en"
        else _("The picture “%(title)s” has no description. Choose “Edit this image” and say what it shows.")
    )
    yield "picture", wanted % {"title": picture.title}


def swedish_texts(body: Any, locale: str) -> dict[int, ValidationError]:
    """Blocks of an English page, by place, whose picture is still told of in the Swedish that came with it."""
    message = _("The picture is described in Swedish here. Write in English what it shows.")
    return {
        place: StructBlockValidationError(
            {"picture": StructBlockValidationError({"alt_text": ValidationError(message)})}
        )
        for place, block in enumerate(body or ())
        if locale == "en" and block.block_type == "image" and _is_swedish(block.value["picture"])
    }


def _is_swedish(picture: Picture | None) -> bool:
    if picture is None or picture.decorative:
        return False
    text = (picture.contextual_alt_text or "").strip()
    return bool(text) and text == picture.description != picture.english_description
