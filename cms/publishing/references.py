"""What documents name: deferred leaves in a document's JSON, resolved in bulk, each question remembered.

A builder writes ``Ref("agency:7")`` where the agency's name should stand. `resolve` loads all that any of the
documents at hand ask for, kind by kind, puts the answers in place, and goes on while the answers ask for more (an
agency's logo). It returns every key that was asked for, the missing and the unseen ones too: those are the USES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from .documents import Json, Loaded, Source, source_of
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


class Deferred:
    """A leaf that becomes JSON once the things it names are loaded.

    No abstract base class: every value of every document is asked whether it is one, and of those that takes long.
    """

    __slots__ = ()

    def asks(self) -> Iterable[str]:
        """The keys it needs."""
        raise NotImplementedError

    def resolve(self, loader: Loader) -> Json:
        """Its JSON, which may hold further deferred leaves, or DROP."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Ref(Deferred):
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
        self._said: dict[tuple[str, str, str], Json] = {}

    def load(self, keys: Iterable[str]) -> None:
        """Fetch what is to be built, one bulk load a source."""
        self._fetch(keys, lambda source, ids: source.load(ids))

    def load_named(self, keys: Iterable[str]) -> None:
        """Fetch what documents name and is not at hand yet, one bulk load a source."""
        self._fetch(keys, lambda source, ids: source.load_named(ids))

    def _fetch(self, keys: Iterable[str], load: Callable[[Source, list[str]], Mapping[str, Loaded]]) -> None:
        wanted: dict[str, list[str]] = {}
        for key in set(keys) - self._loaded.keys():
            name, _, id = key.partition(":")
            wanted.setdefault(name, []).append(id)
        for name, ids in wanted.items():
            found = load(source_of(f"{name}:"), ids)
            for id in ids:
                self._loaded[f"{name}:{id}"] = found.get(id, Loaded(None, MISSING))

    def get(self, key: str) -> Loaded:
        """A loaded thing; KeyError when `load` was not asked for it."""
        return self._loaded[key]

    def refer(self, key: str, form: str, locale: str) -> Json | None:
        """What others may say of a thing, or None when it is missing or unseen. One answer for all: never change it."""
        loaded = self._loaded[key]
        if not loaded.visibility.public:
            return None
        asked = (key, form, locale)
        if asked not in self._said:
            self._said[asked] = source_of(key).refer(loaded.thing, form, locale)
        return self._said[asked]

    def next_change(self, keys: Iterable[str]) -> datetime | None:
        """When the first of the things among `keys` comes, goes or changes by the clock, if that is known."""
        known = [self._loaded[key] for key in keys]
        moments = (moment for each in known for moment in (each.visibility.until, each.changes_at))
        return min(filter(None, moments), default=None)


def resolve(loader: Loader, trees: Mapping[str, Json]) -> tuple[dict[str, Json], dict[str, set[str]]]:
    """The trees with every leaf in place, and the keys that each asked for. RecursionError past `MAX_HOPS` hops."""
    done = dict(trees)
    uses: dict[str, set[str]] = {name: set() for name in trees}
    pending = set(trees)
    for _ in range(MAX_HOPS):
        leaves = {name: list(_leaves(done[name])) for name in pending}
        pending = {name for name, found in leaves.items() if found}
        if not pending:
            return done, uses
        for name in pending:
            uses[name].update(key for leaf in leaves[name] for key in leaf.asks())
        loader.load_named(set().union(*(uses[name] for name in pending)))
        for name in pending:
            done[name] = _put(done[name], loader)
    raise RecursionError(f"References go round in circles in {sorted(pending)}.")


# Every value of every document passes here, several times: so the most common kinds are told first, by their type.


def _leaves(tree: Json) -> Iterator[Deferred]:
    """Every deferred leaf of a tree."""
    return (leaf for leaf in _odd(tree) if isinstance(leaf, Deferred))


def files(tree: Json) -> Iterator[PublicFile]:
    """Every public file that a resolved tree names."""
    return (leaf for leaf in _odd(tree) if isinstance(leaf, PublicFile))


def _odd(tree: Json) -> Iterator[Any]:
    """Every leaf of a tree that isn't plain JSON."""
    waiting = [tree]
    while waiting:
        item = waiting.pop()
        for each in item.values() if isinstance(item, dict) else item:
            kind = type(each)
            if kind in _BRANCHES:
                waiting.append(each)
            elif kind not in _PLAIN:
                yield each


_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_BRANCHES: Final = frozenset({dict, list, tuple})


def _put(tree: Json, loader: Loader) -> Json:
    if type(tree) in _PLAIN:
        return tree
    if isinstance(tree, dict):
        return {
            name: value if type(value) in _PLAIN else _member(value, loader) for name, value in tree.items()
        }
    if isinstance(tree, (list, tuple)):
        return [value for value in (_put(item, loader) for item in tree) if value is not DROP]
    return tree.resolve(loader) if isinstance(tree, Deferred) else tree


def _member(tree: Json, loader: Loader) -> Json:
    value = _put(tree, loader)
    return None if value is DROP else value
