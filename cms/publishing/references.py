"""What documents name: deferred leaves in a document's JSON, resolved in bulk, each question remembered.

A builder writes ``Ref("agency:7")`` where the agency's name should stand. `resolve` loads all that any of the
documents at hand ask for, kind by kind, puts the answers in place, and goes on while the answers ask for more (an
agency's logo). It returns every key that was asked for, the missing and the unseen ones too: those are the USES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol, runtime_checkable

from .documents import Json, Loaded, source_of
from .visibility import MISSING

MAX_HOPS: Final = 8


class _Drop:
    """Stands for "leave it out": the item of a list, or null for the value of a field."""

    def __repr__(self) -> str:
        return "DROP"


DROP: Final = _Drop()


class PublicFile(str):
    """The public address of a file, beside what the media view needs to serve it."""

    storage_name: str
    content_type: str

    def __new__(cls, address: str, storage_name: str, content_type: str) -> PublicFile:
        self = super().__new__(cls, address)
        self.storage_name, self.content_type = storage_name, content_type
        return self


@runtime_checkable
class Deferred(Protocol):
    """A leaf that becomes JSON once the things it names are loaded."""

    def asks(self) -> Iterable[str]:
        """The keys it needs."""
        ...

    def resolve(self, loader: Loader) -> Json:
        """Its JSON, which may hold further deferred leaves, or DROP."""
        ...


@dataclass(frozen=True, slots=True)
class Ref:
    """A named thing. `then` shapes what the thing's source says of it, and isn't called for what is unseen."""

    key: str
    form: str = "link"
    locale: str = "sv"
    then: Callable[[Any], Json] | None = None
    otherwise: Json = DROP

    def asks(self) -> Iterable[str]:
        return (self.key,)

    def resolve(self, loader: Loader) -> Json:
        said = loader.refer(self.key, self.form, self.locale)
        if said is None:
            return self.otherwise
        return self.then(said) if self.then else said


class Loader:
    """Loads things by key, each once, and answers what may be said of them."""

    def __init__(self) -> None:
        self._loaded: dict[str, Loaded] = {}

    def load(self, keys: Iterable[str]) -> None:
        """Fetch what is not at hand yet, one bulk load a source."""
        wanted: dict[str, list[str]] = {}
        for key in set(keys) - self._loaded.keys():
            name, _, id = key.partition(":")
            wanted.setdefault(name, []).append(id)
        for name, ids in wanted.items():
            found = source_of(f"{name}:").load(ids)
            for id in ids:
                self._loaded[f"{name}:{id}"] = found.get(id, Loaded(None, MISSING))

    def get(self, key: str) -> Loaded:
        """A loaded thing; KeyError when `load` was not asked for it."""
        return self._loaded[key]

    def refer(self, key: str, form: str, locale: str) -> Json | None:
        """What others may say of a thing, or None when it is missing or unseen."""
        loaded = self._loaded[key]
        if not loaded.visibility.public:
            return None
        return source_of(key).refer(loaded.thing, form, locale)

    def next_change(self, keys: Iterable[str]) -> datetime | None:
        """When the first of the public things among `keys` stops being public, if that is known."""
        return min(filter(None, (self._loaded[key].visibility.until for key in keys)), default=None)


def resolve(loader: Loader, trees: Mapping[str, Json]) -> tuple[dict[str, Json], dict[str, set[str]]]:
    """The trees with every leaf in place, and the keys that each asked for. RecursionError past `MAX_HOPS` hops."""
    done = dict(trees)
    uses: dict[str, set[str]] = {name: set() for name in trees}
    for _ in range(MAX_HOPS):
        asked = {name: {key for leaf in leaves(tree) for key in leaf.asks()} for name, tree in done.items()}
        pending = [name for name, tree in done.items() if next(leaves(tree), None) is not None]
        if not pending:
            return done, uses
        loader.load(set().union(*asked.values()))
        for name in pending:
            uses[name] |= asked[name]
            done[name] = _put(done[name], loader)
    raise RecursionError(f"References go round in circles in {sorted(pending)}.")


def leaves(tree: Json) -> Iterator[Deferred]:
    """Every deferred leaf of a tree."""
    if isinstance(tree, dict):
        for value in tree.values():
            yield from leaves(value)
    elif isinstance(tree, (list, tuple)):
        for item in tree:
            yield from leaves(item)
    elif not isinstance(tree, str | int | float | None) and isinstance(tree, Deferred):
        yield tree


def files(tree: Json) -> Iterator[PublicFile]:
    """Every public file that a resolved tree names."""
    if isinstance(tree, dict):
        for value in tree.values():
            yield from files(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from files(item)
    elif isinstance(tree, PublicFile):
        yield tree


def _put(tree: Json, loader: Loader) -> Json:
    if isinstance(tree, dict):
        placed = {name: _put(value, loader) for name, value in tree.items()}
        return {name: None if value is DROP else value for name, value in placed.items()}
    if isinstance(tree, (list, tuple)):
        return [value for value in (_put(item, loader) for item in tree) if value is not DROP]
    if isinstance(tree, str | int | float | None) or not isinstance(tree, Deferred):
        return tree
    return tree.resolve(loader)
