"""Running text with the few formats that a newsroom needs."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText

FEATURES: Final = ["bold", "italic", "ol", "ul", "link", "abbreviation", "language"]


class ProseBlock(RichTextBlock):
    """Rich text that must say something when it is published; the editor's empty paragraph doesn't count."""

    missing = _("There is no text here.")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": FEATURES, **kwargs})

    def clean(self, value: RichText) -> RichText:
        """The text, or ValidationError when there is none to publish."""
        cleaned = super().clean(value)
        if not has_words(cleaned) and not self.is_deferred_validation:
            raise ValidationError(self.missing)
        return cleaned


def has_words(text: RichText | str | None) -> bool:
    """Whether rich text says anything."""
    source = strip_tags(getattr(text, "source", text) or "")
    return bool(source.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ").strip())
