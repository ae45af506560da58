"""The table of contents of a body: its headings and questions, each with its anchor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from cms.publishing.documents import Json
from cms.publishing.shapes import Shape


class Entry(Shape):
    """A heading or a question in the block `id`. `level` is 2, or 3 beneath a heading."""

    id: str
    type: Literal["heading", "question"]
    level: Literal[2, 3]
    text: str
    anchor: str


def contents_of(body: Iterable[Json]) -> list[Json]:
    """The entries of a published body, in its order."""
    return list(_entries(body))


def _entries(body: Iterable[Any]) -> Iterator[Json]:
    beneath = False
    for block in body:
        match block:
            case {"type": "heading", "id": id, "value": {"text": text, "level": level, "anchor": anchor}}:
                beneath = True
                yield _entry(id, "heading", level, text, anchor)
            case {"type": "questions", "id": id, "value": {"title": title, "items": items}}:
                level = 3 if title or beneath else 2
                for item in items:
                    yield _entry(id, "question", level, item["question"], item["anchor"])


def _entry(id: str, kind: str, level: int, text: str, anchor: str) -> Json:
    return {"id": id, "type": kind, "level": level, "text": text, "anchor": anchor}
