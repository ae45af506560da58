"""A titled list of things, some of them named by reference: what the public can't see is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cms.publishing.documents import Json
from cms.publishing.references import DROP, Deferred, Loader


@dataclass(frozen=True, slots=True)
class NamedThings(Deferred):
    """The list as a deferred leaf: `title` and `items`, or DROP when no item is left."""

    title: str
    things: tuple[Json, ...]

    def asks(self) -> Iterable[str]:
        return [key for thing in self.things if isinstance(thing, Deferred) for key in thing.asks()]

    def resolve(self, loader: Loader) -> Json:
        said = [thing.resolve(loader) if isinstance(thing, Deferred) else thing for thing in self.things]
        items = [thing for thing in said if thing is not DROP]
        return {"title": self.title, "items": items} if items else DROP
