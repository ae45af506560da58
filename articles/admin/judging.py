"""What would stop a stored draft from being published, found by the very form that would publish it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.models import Page

from articles.writing.body import BodyError


def faults_of(draft: Page) -> list[str]:
    """A sentence for each fault, none when it may go out. The draft in hand is changed, as a form does."""
    form_class = draft.get_edit_handler().get_form_class()
    given = {"instance": draft, "parent_page": draft.get_parent().specific}
    form = form_class(_rows(form_class(**given)), **given)
    for field in form.fields.values():
        field.disabled = True  # so that Django judges the stored values instead of posted ones
    return [] if form.is_valid() else [*_of_fields(form), *_of_rows(form)]


def _rows(form: Any) -> dict[str, Any]:
    """The child rows as they would be posted. Comments aren't content."""
    posted: dict[str, Any] = {}
    for name, formset in form.formsets.items():
        rows = formset.initial_forms if name != "comments" else []
        posted |= {f"{formset.prefix}-TOTAL_FORMS": len(rows), f"{formset.prefix}-INITIAL_FORMS": 0}
        for place, row in enumerate(rows):
            prefix = f"{formset.prefix}-{place}"
            posted |= {f"{prefix}-{field.name}": _posted(field) for field in row if field.name != "id"}
            posted[f"{prefix}-ORDER"] = place + 1
    return posted


def _posted(field: Any) -> Any:
    value, widget = field.value(), field.field.widget
    return widget.format_value(value) if isinstance(widget, DraftailRichTextArea) else value


def _of_fields(form: Any) -> Iterator[str]:
    for name, errors in form.errors.as_data().items():
        label = form.fields[name].label if name in form.fields else ""
        for error in errors:
            yield from _sentences(error, label)


def _sentences(error: ValidationError, label: str) -> Iterator[str]:
    if isinstance(error, BodyError):
        yield from reversed([str(sentence) for sentence in error.non_block_errors])
        return
    for message in error.messages:
        yield f"{label}: {message}" if label else message


def _of_rows(form: Any) -> Iterator[str]:
    for formset in form.formsets.values():
        name = str(formset.model._meta.verbose_name_plural).capitalize()
        for place, row in enumerate(formset.forms):
            for sentence in _of_fields(row):
                yield f"{name} {place + 1}, {sentence}"
