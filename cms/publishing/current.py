"""Moving CURRENT: what a built key means for the ledger, the current row, its uses, files and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils import timezone
from wagtail.models import Page

from . import documents
from .build import Built
from .documents import Document, DocumentSource
from .ledger import Ledger, body_text, digest
from .models import Current, Farewell, FormerPath, Gone, Kind, PublicFile, Use
from .references import files
from .tree_paths import tops
from .visibility import Cause
from .words import folded, words_of
from .writing import COLUMNS, NamedFile, Writing


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the ledger grew, and whether the key came, went, moved or ends at another time: what is below follows."""

    changed: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What is public of a key before it is published anew: its row, what it asked for, the files that it names.

    `uses` have the primary keys of their rows.
    """

    row: Current | None = None
    uses: dict[str, int] = field(default_factory=dict)
    files: set[NamedFile] = field(default_factory=set)


def standings(keys: Sequence[str]) -> dict[str, Standing]:
    """How the keys stand, in three queries."""
    rows = Current.objects.defer("search", "headline").in_bulk(list(keys))
    found = {key: Standing(rows.get(key)) for key in keys}
    for key, used, pk in Use.objects.filter(key__in=keys).values_list("key", "used", "pk"):
        found[key].uses[used] = pk
    named = PublicFile.objects.filter(key__in=keys).values_list(
        "key", "address", "storage_name", "content_type"
    )
    for key, address, name, kind in named:
        found[key].files.add((address, name, kind))
    return found


def move(held: Ledger, writing: Writing, built: Built, before: Standing, kind: str, note: str) -> Outcome:
    """Bring one key's public state to what was built. What is the same already leaves the ledger as it is.

    The most of it is left for the caller to write, together with what other keys change.
    """
    if built.document is None:
        return _withdraw(held, built, before.row) if before.row else _forget(built)
    if before.row and before.row.shape > built.shape:
        raise StaleShape(
            f"{built.key} is published in shape {before.row.shape}; this program builds {built.shape}."
        )
    writing.use(built.key, built.uses, before.uses)
    writing.name_files(built.key, _files(built.document), before.files)
    return _put(held, writing, built, built.document, before.row, kind, note)


class StaleShape(Exception):
    """A newer program has published this key; it is left to that one."""


def below(moved: Mapping[str, Current | None]) -> set[str]:
    """The keys whose address or visibility follows from the moved ones', those of before and those of now.

    `moved` has the rows as they were before the move.
    """
    ids: dict[str, list[str]] = {}
    for key in moved:
        name, _, id = key.partition(":")
        ids.setdefault(name, []).append(id)
    found: set[str] = set()
    for name, some in ids.items():
        source = documents.source_of(f"{name}:")
        if isinstance(source, DocumentSource):
            found.update(f"{name}:{id}" for id in source.below(some))
    for top in tops(row.tree_path for row in moved.values() if row and row.tree_path):
        under = Current.objects.filter(tree_path__startswith=top).exclude(tree_path=top)
        found.update(under.values_list("key", flat=True))
    return found


def _put(
    held: Ledger,
    writing: Writing,
    built: Built,
    document: Document,
    before: Current | None,
    kind: str,
    note: str,
) -> Outcome:
    text = body_text(document.body)
    row = _row(built, document, digest(text))
    moved = before is None or _differs(before, row, ("path", "tree_path", "visible_until"))
    changed = before is None or _differs(before, row, _SEEN)
    if changed:
        writing.bodies[row.body_id] = text
        entry = held.append(
            built.key, _kind(built, before, kind), body_hash=row.body_id, path=row.path or "", note=note
        )
        row.sequence = entry.sequence
    elif before:
        row.sequence = before.sequence
    if before is None or _differs(before, row):
        writing.rows.append(row)
    if moved:
        writing.moved[built.key] = row.path
        if before and before.path and before.path != row.path:
            _leave(before.path, built.key)
    return Outcome(changed, moved)


def _kind(built: Built, before: Current | None, said: str) -> str:
    if before is None:
        return Kind.PUBLISHED
    return said or (Kind.RESHAPED if before.shape < built.shape else Kind.REFRESHED)


def _row(built: Built, document: Document, body_hash: str) -> Current:
    words = words_of(document)
    return Current(
        key=built.key, type=document.type, path=document.path, locale=document.locale, title=document.title,
        sort_key=document.sort_key, terms=sorted(set(document.terms)), tree_path=document.tree_path,
        parent_path=document.tree_path[: -Page.steplen], dated=document.dated,
        ties=list(dict.fromkeys(document.ties)), chosen=list(dict.fromkeys(document.chosen)),
        alternates_key=document.alternates_key, published_at=document.published_at, updated_at=document.updated_at,
        visible_until=built.visibility.until, next_change_at=document.next_change_at,
        body_id=body_hash, card=body_text(document.card), shape=built.shape, sequence=0,
        words=list(words), folded=folded(words),
    )  # fmt: skip


_SEEN: Final = tuple(each for each in COLUMNS if each not in ("sequence", "shape", "next_change_at"))
"""What an answer can show: when any of it changes the ledger grows, so that a reader who holds answers asks anew."""


def _differs(before: Current, row: Current, names: Iterable[str] = COLUMNS) -> bool:
    return any(getattr(before, name) != getattr(row, name) for name in names)


def _files(document: Document) -> set[NamedFile]:
    named = files([document.body, document.card])
    return {(str(file), file.storage_name, file.content_type) for file in named}


def _leave(path: str, key: str) -> None:
    """Remember an address that was left."""
    if _remembered(key):
        FormerPath.objects.update_or_create(path=path, defaults={"key": key})


def _remembered(key: str) -> bool:
    source = documents.source_of(key)
    return isinstance(source, DocumentSource) and source.remembered


def _withdraw(held: Ledger, built: Built, before: Current) -> Outcome:
    farewell = _farewell(built.key)
    held.append(built.key, Kind.WITHDRAWN, path=before.path or "", note=farewell.reason if farewell else "")
    before.delete()
    Use.objects.filter(key=built.key).delete()
    PublicFile.objects.filter(key=built.key).delete()
    if before.path:
        _leave(before.path, built.key)
    if built.visibility.cause is not Cause.RESTRICTED and _remembered(built.key):
        _say_goodbye(built.key, before, farewell)
    return Outcome(changed=True, moved=True)


def _forget(built: Built) -> Outcome:
    """What became private after it was withdrawn leaves no trace of having been public."""
    if built.visibility.cause is Cause.RESTRICTED:
        Gone.objects.filter(key=built.key).delete()
    return Outcome()


def _farewell(key: str) -> Farewell | None:
    name, _, id = key.partition(":")
    return Farewell.objects.filter(page_id=id).first() if name == "page" else None


def _say_goodbye(key: str, before: Current, farewell: Farewell | None) -> None:
    said: dict[str, Any] = {"at": timezone.now()}
    if farewell:
        successor = f"page:{farewell.successor_id}" if farewell.successor_id else ""
        title = before.title if farewell.show_title else ""
        said |= {"reason": farewell.reason, "title": title, "successor": successor}
    Gone.objects.update_or_create(key=key, defaults=said)
