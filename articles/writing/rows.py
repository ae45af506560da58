"""The rules of a page's rows of chosen things (topics, contacts): each once, and in the page's own language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale


def row_faults(form: Any, relation: str, field: str, locale: Locale) -> Iterator[tuple[None, str]]:
    """What is wrong with the rows of `relation`, said at them and for the form as a whole."""
    return tell_rows(form, relation, _faults(chosen_in(form, relation, field), locale))


def chosen_in(form: Any, relation: str, field: str) -> list[Any]:
    """The things in the rows of `relation` that are not on their way out."""
    formset = form.formsets[relation]
    formset.is_valid()
    rows = [getattr(row, "cleaned_data", {}) for row in formset.forms]
    return [row[field] for row in rows if row.get(field) and not row.get("DELETE")]


def tell_rows(form: Any, relation: str, messages: Iterable[str]) -> Iterator[tuple[None, str]]:
    """Say `messages` at the rows, and give them back for the form as a whole."""
    for message in messages:
        form.formsets[relation].non_form_errors().append(message)
        yield None, message


def _faults(chosen: list[Any], locale: Locale) -> Iterator[str]:
    for thing in dict.fromkeys(chosen):
        if chosen.count(thing) > 1:
            yield _("“%(thing)s” has been chosen twice.") % {"thing": thing}
        if thing.locale_id != locale.pk:
            yield (
                _("“%(thing)s” is in another language than the page. Choose its translation.")
                % {"thing": thing}
            )
