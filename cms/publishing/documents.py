"""What a document is, and the table of everything that can be published or named.

A *key* is ``name:id`` (``page:12``, ``agency:7``). Each name has one `Source`, which loads its things in bulk and
says what others may embed of them; a `DocumentSource` also builds a document of its own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from .shapes import Published
from .visibility import PUBLIC, Visibility

Json = Any
"""A JSON value that may still hold `references.Deferred` leaves; they are resolved before it is stored."""


@dataclass(frozen=True, slots=True)
class Document:
    """The public JSON of one thing, beside the columns that lists filter, sort and join by.

    `terms` are exact words to filter by (``agency:7``, ``kind:news``). `sort_key` orders titles the
    Swedish way. `tree_path` is the page tree's path (empty for what is not a page), `alternates_key` joins
    translations of one thing. `dated` is true of what a list by date holds (press releases): it has a previous and a
    next one, and no place among its parent's children.

    `ties` are keys of things that relate a page to others which have them too, those that say most first; `chosen` are
    keys of pages that an editor put beside it.
    """

    type: str
    title: str
    body: dict[str, Json]
    card: dict[str, Json] = field(default_factory=dict)
    path: str | None = None
    locale: str = ""
    terms: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    sort_key: str = ""
    tree_path: str = ""
    alternates_key: str = ""
    dated: bool = False
    ties: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    next_change_at: datetime | None = None
    also: Json = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A thing as the database holds it, and whether the public may know of it.

    `changes_at` is when that which is said of it changes by the clock, though nobody touches it (a fee that is raised).
    """

    thing: Any
    visibility: Visibility = PUBLIC
    changes_at: datetime | None = None


class Source(ABC):
    """Where the things of one kind come from, and what a document that names one may say of it."""

    name: ClassVar[str]

    @abstractmethod
    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        """Everything that exists of `ids`, seen or unseen by the public, in a fixed number of queries."""

    def load_named(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        """The same of what is only named, not built: a source may leave out what `refer` doesn't ask for."""
        return self.load(ids)

    @abstractmethod
    def refer(self, thing: Any, form: str, locale: str) -> Json:
        """What a document in `locale` embeds when it names `thing`; only asked for what is public."""


class DocumentSource(Source):
    """A source whose things are documents of their own. Raise `shape` whenever the built JSON changes shape.

    `published` has that shape, type by type. `remembered`: an address that was left leads to the new one, and a
    withdrawn thing is said to be gone. `translated`: its other languages are told beside it, by
    `Document.alternates_key`.
    """

    shape: ClassVar[int] = 1
    published: ClassVar[tuple[Published, ...]]
    translated: ClassVar[bool] = False
    remembered: ClassVar[bool] = True

    @abstractmethod
    def ids(self) -> Iterable[str]:
        """The ids of all that could be public, for `refresh`."""

    @abstractmethod
    def build(self, thing: Any) -> Document:
        """The document of `thing`, its references still deferred."""

    def below(self, ids: Collection[str]) -> Iterable[str]:
        """The ids whose visibility or address follows from these (a section's pages)."""
        return ()


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a source; each app does so for its own types when it is ready."""
    if source.name in _sources:
        raise ValueError(f"Two sources are named {source.name!r}.")
    _sources[source.name] = source


def source_of(key: str) -> Source:
    """The source that a key belongs to; KeyError for a name that nothing registered."""
    return _sources[key.partition(":")[0]]


def document_sources() -> list[DocumentSource]:
    """Every source that builds documents."""
    return [source for source in _sources.values() if isinstance(source, DocumentSource)]
