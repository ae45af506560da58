"""A published body as a type: its blocks are found by themselves, so that a new one needs no second place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, GetCoreSchemaHandler, create_model
from pydantic_core import CoreSchema
from typing_extensions import TypeAliasType
from wagtail.blocks import Block

from cms.publishing.shapes import Shape

from .writing.body import Body


class BlockFrame(Shape):
    """A block of a body: `id` stays the same while it is edited, and `type` tells what `value` is."""

    id: str
    type: str
    value: Any


@dataclass(frozen=True)
class BlocksOf:
    """Annotates a list: its items are the blocks of `body`, told apart by `type`."""

    body: type[Body]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        blocks: Mapping[str, Block] = self.body.base_blocks
        frames = [_frame(name, block) for name, block in blocks.items()]
        union: Any = Annotated[reduce(or_, frames), Field(discriminator="type")]
        named: Any = TypeAliasType(self.body.__name__, union)
        return handler.generate_schema(list[named])


def _frame(name: str, block: Any) -> Any:
    literal: Any = Literal
    fields: Any = {"type": literal[name], "value": block.shape}
    return create_model(type(block).__name__, __base__=BlockFrame, __doc__=block.shape.__doc__, **fields)
