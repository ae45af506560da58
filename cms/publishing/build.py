"""From keys to what the public would see of them: loaded, built and resolved together, in bulk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from . import documents
from .documents import Document, DocumentSource, Json, Loaded
from .references import Loader, resolve
from .visibility import Visibility


@dataclass(frozen=True, slots=True)
class Built:
    """A key as it stands now. `document` is None when the public may not see it, or when it is never a document."""

    key: str
    visibility: Visibility
    shape: int = 0
    document: Document | None = None
    uses: frozenset[str] = frozenset()


witnesses: list[Callable[[DocumentSource, Document], None]] = []
"""Who is shown every document that is built: tests are, to hold it to its shape, and nobody in production."""


def build(keys: Sequence[str]) -> dict[str, Built]:
    """Build every key; whatever a builder raises comes through."""
    loader = Loader()
    loader.load(keys)
    made = {key: _document(key, loader.get(key)) for key in keys}
    trees = {key: [document.body, document.card, document.also] for key, document in made.items() if document}
    resolved, uses = resolve(loader, trees)
    return {key: _built(key, made[key], resolved, uses, loader) for key in keys}


def _document(key: str, loaded: Loaded) -> Document | None:
    source = documents.source_of(key)
    if not isinstance(source, DocumentSource) or not loaded.visibility.public:
        return None
    return source.build(loaded.thing)


def _built(
    key: str, document: Document | None, resolved: dict[str, Json], uses: dict[str, set[str]], loader: Loader
) -> Built:
    visibility = loader.get(key).visibility
    source = documents.source_of(key)
    if document is None or not isinstance(source, DocumentSource):
        return Built(key, visibility)
    body, card, also = resolved[key]
    change = _earliest(document.next_change_at, loader.next_change({key} | uses[key]))
    whole = replace(document, body=body, card=card, also=also, next_change_at=change)
    for witness in witnesses:
        witness(source, whole)
    return Built(key, visibility, source.shape, whole, frozenset(uses[key]))


def _earliest(*moments: datetime | None) -> datetime | None:
    return min(filter(None, moments), default=None)
