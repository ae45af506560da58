"""Faults in a body, told so that an editor finds the block: "Block 3 (Quotation), Name: …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def told(stream: Any, errors: dict[int, ValidationError], types: list[str]) -> list[str]:
    """A sentence for each fault, in the order of the blocks. `types` are the types of all blocks of the body."""
    return [
        _("Block %(place)d (%(name)s)%(field)s: %(message)s")
        % {
            "place": place + 1,
            "name": stream.child_blocks[types[place]].label,
            "field": field,
            "message": message,
        }
        for place, error in sorted(errors.items())
        for field, message in _faults(stream.child_blocks[types[place]], error)
    ]


def _faults(block: Any, error: ValidationError) -> Iterator[tuple[str, str]]:
    """Each message of a block's error, with the labels that lead to its field."""
    for message in getattr(error, "non_block_errors", None) or ():
        yield "", str(message)
    if not hasattr(error, "non_block_errors") and not hasattr(error, "block_errors"):
        yield from (("", message) for message in error.messages)
    for child, label, nested in (*_in_fields(block, error), *_in_cells(error)):
        for field, message in _faults(child, nested):
            yield f", {label}{field}", message


def _in_fields(block: Any, error: ValidationError) -> Iterator[tuple[Any, str, ValidationError]]:
    """The faults of a block's fields or items."""
    for name, nested in (getattr(error, "block_errors", None) or {}).items():
        if isinstance(name, int):
            yield block.child_block, _("item %(place)d") % {"place": name + 1}, nested
        else:
            yield block.child_blocks[name], str(block.child_blocks[name].label), nested


def _in_cells(error: ValidationError) -> Iterator[tuple[Any, str, ValidationError]]:
    """The faults of a table's cells, whose blocks have no fields of their own."""
    for row, cells in (getattr(error, "cell_errors", None) or {}).items():
        for column, nested in cells.items():
            place = _("row %(row)d, column %(column)d") % {"row": row + 1, "column": column + 1}
            yield None, place, nested
