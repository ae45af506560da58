"""Marks: how a change says that something must be published, in its own transaction and without doing any work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin
from wagtail.signals import published, unpublished

from .documents import document_sources
from .models import Current, Kind, Mark

NOW, SOON, LATER = 2, 1, 0
"""Urgency: an editor waits for it; it follows from a change; a refresh of everything."""


def mark(key: str, kind: str = "", note: str = "") -> None:
    """Mark a key whose own thing changed. It is published when the transaction commits, before the editor's answer.

    `kind` and `note` go to the ledger when the document did change. Nothing here can fail an editor's save but the
    database itself.
    """
    Mark.objects.create(key=key, kind=kind, note=note, urgency=NOW)
    # Django's log of a failure wants a name, which a partial has not.
    transaction.on_commit(lambda: _publish(key), robust=True)


def mark_all(keys: Iterable[str], urgency: int = SOON, *, source: bool = True) -> None:
    """Mark many keys for the worker."""
    Mark.objects.bulk_create((Mark(key=key, urgency=urgency, source=source) for key in keys), batch_size=2000)


def mark_everything() -> int:
    """Mark all that is public or could be, for the worker; return how many keys that is.

    Nothing follows from such a mark: whatever names the key is built anew too.
    """
    keys = set(Current.objects.values_list("key", flat=True))
    for source in document_sources():
        keys.update(f"{source.name}:{id}" for id in source.ids())
    mark_all(sorted(keys), LATER, source=False)
    return len(keys)


def watch(model: type[models.Model], name: str, owner: Callable[[Any], Any] = lambda thing: thing.pk) -> None:
    """Mark ``name:pk`` whenever one of `model` is saved or deleted; with drafts, when it is published.

    `owner` gives the key's id where that is another thing's: ``watch(FormerName, "agency", owner_of_row)``.
    """

    def react(instance: models.Model, **kwargs: Any) -> None:
        mark(f"{name}:{owner(instance)}", Kind.MINOR)

    drafts = issubclass(model, DraftStateMixin)
    for signal in (published, unpublished) if drafts else (post_save,):
        signal.connect(react, sender=model, weak=False)
    post_delete.connect(react, sender=model, weak=False)


def hurry() -> None:
    """Publish at commit all that is marked as urgent, so that privacy holds when the editor reads "saved"."""
    from .publisher import publish_urgent

    transaction.on_commit(publish_urgent, robust=True)


def _publish(key: str) -> None:
    from .publisher import publish, publish_urgent

    if Mark.objects.filter(key=key).exists():
        publish([key])
        publish_urgent()
