"""Which names documents have, and which are below those: read from the shapes that stand beside their builders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from cms.publishing.documents import DocumentSource, document_sources, source_of
from cms.publishing.shapes import Published


@dataclass(frozen=True, slots=True)
class Known:
    """The names of all of `shapes` together, those of their `meta` among them. `open`: any name may be there."""

    shapes: tuple[type[BaseModel], ...] = ()
    open: bool = False

    def __bool__(self) -> bool:
        return self.open or bool(self.shapes)

    def __contains__(self, name: str) -> bool:
        return self.open or any(True for _ in self._annotations(name))

    def __or__(self, other: Known) -> Known:
        return Known((*self.shapes, *other.shapes), self.open or other.open)

    def below(self, name: str) -> Known:
        """What is in the objects that stand under a name; nothing when it is a text or a number."""
        return _in_all(self._annotations(name))

    def _annotations(self, name: str) -> Iterator[Any]:
        fields = (shape.model_fields.get(name) for shape in self._levels())
        return (field.annotation for field in fields if field and name != "meta")

    def _levels(self) -> Iterator[type[BaseModel]]:
        for shape in self.shapes:
            yield shape
            if meta := shape.model_fields.get("meta"):
                yield from _in_all([meta.annotation]).shapes


class Listed(NamedTuple):
    """A type in a list: what its cards have, and what the whole documents behind them have."""

    card: Known
    document: Known


@cache
def of_list(source: str, types: tuple[str, ...] = ()) -> tuple[Listed, ...]:
    """Each type that a source's list can hold; some types only, if any are given."""
    found = source_of(f"{source}:")
    published = found.published if isinstance(found, DocumentSource) else ()
    return tuple(
        Listed(Known((each.card,)), Known((each.document,)))
        for each in published
        if each.card and (not types or each.name in types)
    )


@cache
def of_document(type_name: str) -> Known:
    """The names that are stored in documents of a type; more may be joined to them when they are read."""
    everything: Iterable[Published] = (each for source in document_sources() for each in source.published)
    return Known(tuple(each.document for each in everything if each.name == type_name))


def _in_all(annotations: Iterable[Any]) -> Known:
    return reduce(or_, map(_in, annotations), Known())


def _in(annotation: Any) -> Known:
    """The shapes in a type, through unions and lists; what has no shape of its own is open."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Known((annotation,))
    if annotation is Any or get_origin(annotation) is dict:
        return Known(open=True)
    return _in_all(get_args(annotation))
