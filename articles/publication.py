"""What a block is given when it is published, and how a whole body becomes JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.text import slugify
from wagtail.blocks import StreamValue

from cms.publishing.documents import Json
from cms.publishing.references import DROP, Deferred, Loader, Ref


@dataclass(slots=True)
class Publication:
    """The page around the blocks: its language, its agencies with their roles, and the anchors used so far."""

    locale: str
    agencies: Sequence[tuple[str, Ref]] = ()
    anchors: set[str] = field(default_factory=set)

    def anchor(self, text: str) -> str:
        """An anchor from the words of a heading, unlike any other on the page."""
        stem = slugify(text) or "avsnitt"
        anchor, number = stem, 2
        while anchor in self.anchors:
            anchor, number = f"{stem}-{number}", number + 1
        self.anchors.add(anchor)
        return anchor


@dataclass(frozen=True, slots=True)
class Block(Deferred):
    """A block whose value hangs on what it names: when that can't be shown, the block is left out."""

    id: str
    type: str
    value: Deferred

    def asks(self) -> Iterable[str]:
        return self.value.asks()

    def resolve(self, loader: Loader) -> Json:
        value = self.value.resolve(loader)
        if isinstance(value, Deferred):
            return replace(self, value=value)
        return DROP if value is DROP else {"id": self.id, "type": self.type, "value": value}


def publish_body(body: StreamValue, publication: Publication) -> list[Json]:
    """The body's JSON from its stored form, which takes no query; blocks with nothing to show are left out."""
    blocks = body.stream_block.child_blocks
    items = (_publish(blocks[item["type"]], item, publication) for item in body.get_prep_value())
    return [item for item in items if item is not DROP]


def _publish(block: Any, item: dict[str, Any], publication: Publication) -> Json:
    value = block.publish(item["value"], publication)
    if isinstance(value, Deferred):
        return Block(item["id"], item["type"], value)
    return DROP if value is DROP else {"id": item["id"], "type": item["type"], "value": value}
