"""Blocks of several fields with rules across them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlock, StructBlockValidationError


class RuledBlock(StructBlock):
    """A block whose fields are checked together when it is published, all faults told at once."""

    def faults(self, value: Any) -> Iterator[tuple[str, str]]:
        """What is wrong, by field; `value` is as the editor left it, with "" for nothing."""
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        """The value, or a StructBlockValidationError."""
        faults: dict[str, ValidationError] = {}
        try:
            cleaned = super().clean(value)
        except StructBlockValidationError as error:
            faults = error.block_errors
        if not self.is_deferred_validation:
            given = {name: "" if each is None else each for name, each in value.items()}
            faults = {name: ValidationError(message) for name, message in self.faults(given)} | faults
        if faults:
            raise StructBlockValidationError(faults)
        return cleaned
