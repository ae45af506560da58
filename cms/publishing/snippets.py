"""Snippets as documents: what the sources of all snippet models share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.db import models

from .documents import DocumentSource, Loaded
from .visibility import PUBLIC, Visibility


class SnippetSource(DocumentSource):
    """The rows of `model`; `related` and `prefetch` name what building reads, so that loading is in bulk."""

    model: ClassVar[type[models.Model]]
    related: ClassVar[tuple[str, ...]] = ()
    prefetch: ClassVar[tuple[str, ...]] = ()

    def ids(self) -> Iterable[str]:
        return (str(pk) for pk in self.model._default_manager.values_list("pk", flat=True).iterator())

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        found = self.model._default_manager.filter(pk__in=ids).prefetch_related(*self.prefetch)
        things = found.select_related(*self.related) if self.related else found
        return {
            str(thing.pk): Loaded(thing, self.visibility(thing), self.changes_at(thing)) for thing in things
        }

    def visibility(self, thing: Any) -> Visibility:
        """Whether the public may see it; `visibility.of_period` for what begins and ends."""
        return PUBLIC

    def changes_at(self, thing: Any) -> datetime | None:
        """When what is said of it changes by the clock, if that is known."""
        return None
