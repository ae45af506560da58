"""Snippets as documents: what the sources of all snippet models share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models.fields.reverse_related import ManyToOneRel

from .documents import DocumentSource, Loaded
from .rows import put_rows, relations_of, with_rows
from .visibility import PUBLIC, Visibility


class SnippetSource(DocumentSource):
    """The rows of `model`; `related` and `prefetch` name what building reads, so that loading is in bulk."""

    model: ClassVar[type[models.Model]]
    related: ClassVar[tuple[str, ...]] = ()
    prefetch: ClassVar[tuple[str, ...]] = ()

    def ids(self) -> Iterable[str]:
        return (str(pk) for pk in self.model._default_manager.values_list("pk", flat=True).iterator())

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        things = self.model._default_manager.filter(pk__in=ids)
        relations = relations_of(self.model, self.prefetch)
        if self.related:
            things = things.select_related(*self.related)
        for relation in relations:
            things = with_rows(things, relation)
        return {str(thing.pk): self._loaded(thing, relations) for thing in things}

    def _loaded(self, thing: Any, relations: list[ManyToOneRel]) -> Loaded:
        put_rows(thing, relations)
        return Loaded(thing, self.visibility(thing), self.changes_at(thing))

    def visibility(self, thing: Any) -> Visibility:
        """Whether the public may see it; `visibility.of_period` for what begins and ends."""
        return PUBLIC

    def changes_at(self, thing: Any) -> datetime | None:
        """When what is said of it changes by the clock, if that is known."""
        return None
