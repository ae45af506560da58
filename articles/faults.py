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
    inner = getattr(error, "block_errors", None)
    if inner is None:
        yield from (("", message) for message in error.messages)
        return
    for name, nested in inner.items():
        child, label = _child(block, name)
        for field, message in _faults(child, nested):
            yield f", {label}{field}", message


def _child(block: Any, name: str | int) -> tuple[Any, str]:
    if isinstance(name, int):
        return block.child_block, _("item %(place)d") % {"place": name + 1}
    child = block.child_blocks[name]
    return child, str(child.label)
