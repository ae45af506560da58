"""The frame of a body: blocks whose rules bite at publishing, and an error that says which block it is about."""

from __future__ import annotations

import json
from threading import RLock
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.utils import ErrorList
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlock, StreamBlockValidationError, StreamValue

from .faults import told

_NUL = json.dumps("\0").strip('"')
"""The one character that PostgreSQL can't store, as JSON has it."""

# Wagtail puts rules off for a draft by changing the block objects, which all threads share.
_deferring = RLock()


class BodyError(StreamBlockValidationError):
    """Every fault of a body, at its block and as a sentence above the body."""

    def __init__(self, faults: dict[int, ValidationError], sentences: list[Any]) -> None:
        # Wagtail's script puts each sentence above the one before.
        super().__init__(block_errors=faults, non_block_errors=sentences[::-1])
        self.message = _("What to mend is said block by block.")


class Body(StreamBlock):
    """A stream of blocks. A draft may break every rule; publishing names each fault at its block and above the body."""

    def clean_deferred(self, value: StreamValue) -> StreamValue:
        """The value of a draft, checked only for what can't be stored: too long a text or too many items can."""
        with _deferring:
            try:
                return super().clean_deferred(value)
            except StreamBlockValidationError:
                if _NUL in json.dumps(value.get_prep_value(), cls=DjangoJSONEncoder):
                    raise
                return value

    def clean(self, value: StreamValue) -> StreamValue:
        """The value, or a StreamBlockValidationError that tells every fault."""
        with _deferring:
            try:
                cleaned, faults, others = super().clean(value), {}, ErrorList()
            except StreamBlockValidationError as error:
                cleaned, faults, others = value, dict(error.block_errors), error.non_block_errors
            if not self.is_deferred_validation:
                faults = self.order_faults(value) | faults
        if not faults and not others:
            return cleaned
        sentences = told(self, faults, [child.block_type for child in value])
        raise BodyError(faults, [*others.data, *sentences])

    def order_faults(self, value: StreamValue) -> dict[int, ValidationError]:
        """Faults that a block has only because of those before it, by the block's place."""
        faults: dict[int, ValidationError] = {}
        before: dict[str, Any] = {}
        for place, child in enumerate(value):
            rule = getattr(child.block, "fault_after", None)
            fault = rule(child.value, before.get(child.block_type)) if rule else None
            if fault is not None:
                faults[place] = fault
            before[child.block_type] = child.value
        return faults

    class Meta:
        required = False


def tell(form: Any, body: Any, faults: dict[int, ValidationError]) -> None:
    """Put faults of blocks, by their places, where a form tells those of the body's own."""
    if faults:
        sentences = told(body.stream_block, faults, [block.block_type for block in body])
        form.add_error("body", BodyError(faults, sentences))
