"""Contacts and promos chosen in a body: each language has its own, and a page shows those of its own language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructBlockValidationError
from wagtail.models import Locale, TranslatableMixin
from wagtail.snippets.blocks import SnippetChooserBlock

from .picture_rules import swedish_texts


def choosers(block: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a block in which a thing that has a language is chosen, and the thing's model."""
    for name, child in getattr(block, "child_blocks", {}).items():
        if isinstance(child, SnippetChooserBlock) and issubclass(child.target_model, TranslatableMixin):
            yield name, child.target_model


def language_faults(body: StreamValue | None, locale: Locale) -> dict[int, ValidationError]:
    """The blocks, by place, that hold what belongs on a page in another language."""
    return swedish_texts(body, locale.language_code) | foreign_things(body, locale)


def foreign_things(body: StreamValue | None, locale: Locale) -> dict[int, ValidationError]:
    """The blocks, by place, in which something of another language than the page's is chosen."""
    faults: dict[int, ValidationError] = {}
    for place, block in enumerate(body or ()):
        chosen = {name: block.value[name] for name, _model in choosers(block.block)}
        foreign = {name: thing for name, thing in chosen.items() if thing and thing.locale_id != locale.pk}
        if foreign:
            errors = {name: ValidationError(_message(thing)) for name, thing in foreign.items()}
            faults[place] = StructBlockValidationError(errors)
    return faults


def translated_block(stored: dict[str, Any], block: Any, locale: Locale) -> dict[str, Any]:
    """A stored block with what is chosen in it in that language; what has no translation stays as it is."""
    value = dict(stored["value"]) if isinstance(stored["value"], dict) else stored["value"]
    for name, model in choosers(block):
        thing = model.objects.filter(pk=value.get(name)).first()
        found = thing and thing.get_translation_or_none(locale)
        value |= {name: found.pk} if found else {}
    return stored | {"value": value}


def _message(thing: Any) -> str:
    return _("“%(thing)s” is in another language than the page. Choose its translation.") % {"thing": thing}
