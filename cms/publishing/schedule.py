"""What happens by the clock: scheduled publishing, expiry, and documents whose next change has come.

The database's clock decides, so nothing is early. Each object is locked for its own transaction and looked at again
under the lock, so any number of workers may run this at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from time import monotonic
from typing import Any, Final

from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.models.functions import Now
from wagtail.models import DraftStateMixin, Page, Revision

from .marks import NOW, mark_all
from .models import Current, Mark

logger = logging.getLogger(__name__)

PATIENCE: Final = 60.0
"""Seconds before something that failed is tried again."""


class Schedule:
    """Fires what is due. It remembers what failed, so that one bad page neither stops the rest nor fills the log."""

    def __init__(self) -> None:
        self._failed: dict[tuple[str, int], float] = {}

    def fire(self) -> None:
        """Publish and unpublish what is due, and mark the documents whose time has come."""
        for pk in _due_revisions().values_list("pk", flat=True):
            self._try("revision", pk, _go_live)
        for model in _models_with_drafts():
            for pk in _expired(model).values_list("pk", flat=True):
                self._try(model._meta.label, pk, partial(_expire, model))
        mark_all(list(_due_documents()), NOW)

    def _try(self, name: str, pk: int, act: Callable[[int], None]) -> None:
        if self._failed.get((name, pk), 0) > monotonic():
            return
        try:
            with transaction.atomic():
                act(pk)
        except DatabaseError:
            raise
        except Exception:  # whatever one page's own code raises must not hold up the others
            logger.exception("The scheduled change of %s %s failed; it is tried again in a minute.", name, pk)
            self._failed[name, pk] = monotonic() + PATIENCE


def _due_revisions() -> Any:
    return Revision.objects.filter(approved_go_live_at__lte=Now()).order_by("approved_go_live_at")


def _go_live(pk: int) -> None:
    revision = _due_revisions().filter(pk=pk).select_for_update(skip_locked=True).first()
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")


@cache
def _models_with_drafts() -> tuple[Any, ...]:
    snippets = (
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    )
    return (Page, *snippets)


def _expired(model: Any) -> Any:
    return model.objects.filter(live=True, expire_at__lte=Now()).order_by("expire_at")


def _expire(model: Any, pk: int) -> None:
    thing = _expired(model).filter(pk=pk).select_for_update(skip_locked=True, of=("self",)).first()
    if thing:
        thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _due_documents() -> Iterator[str]:
    due: Iterable[str] = Current.objects.filter(next_change_at__lte=Now()).values_list("key", flat=True)
    marked = set(Mark.objects.filter(key__in=due).values_list("key", flat=True))
    return (key for key in due if key not in marked)
