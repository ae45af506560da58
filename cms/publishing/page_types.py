"""The page types that are published. The apps register how each type's own fields are built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models.fields.reverse_related import ManyToOneRel
from wagtail.fields import StreamField
from wagtail.models import Page

from .documents import Json
from .page_shapes import PageCard, PageDocument, typed
from .rows import relations_of
from .shapes import Published


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page type adds to its document: `fields` follow the shared ones, `card` goes into lists.

    `also` are names by which the page is found beside its own words.
    """

    fields: dict[str, Json]
    card: dict[str, Json] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    updated_at: datetime | None = None
    dated: bool = False
    ties: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    also: Json = ()


@dataclass(frozen=True, slots=True)
class PageType:
    """How one page model is built; `prefetch` names the relations that `build` reads, so that loading is in bulk."""

    model: type[Page]
    build: Callable[[Any], PageContent]
    published: Published
    shape: int = 1
    prefetch: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        """What a page calls its part in the model's own table."""
        return str(self.model._meta.get_ancestor_link(Page).remote_field.get_accessor_name())

    @property
    def rows(self) -> list[ManyToOneRel]:
        return relations_of(self.model, self.prefetch)

    @property
    def texts(self) -> list[str]:
        """The long fields, which naming a page takes no notice of."""
        return [each.name for each in self.model._meta.local_fields if isinstance(each, StreamField)]


_types: dict[type[Page], PageType] = {}


def register(
    model: type[Page],
    build: Callable[[Any], PageContent],
    document: type[PageDocument],
    card: type[PageCard],
    *,
    shape: int = 1,
    prefetch: tuple[str, ...] = (),
) -> None:
    """Publish pages of `model` with `build`, which makes a `document` and a `card`.

    A page model that nobody registers is never public.
    """
    name = type_name(model)
    document_type = typed(name, document, model.__name__)
    card_type = typed(name, card, f"{model.__name__}Card")
    _types[model] = PageType(model, build, Published(name, document_type, card_type), shape, prefetch)


def type_names() -> list[str]:
    """Every type that a public page can be of, as API v2 says it."""
    return sorted(f"{model._meta.app_label}.{model.__name__}" for model in _types)


def page_types() -> list[PageType]:
    """Every type that a public page can be of."""
    return list(_types.values())


def content_of(page: Page) -> PageContent:
    """What a page's own type adds to its document."""
    return _types[type(page)].build(page)


def type_of(model: type[Page] | None) -> PageType | None:
    """How the pages of a model are built, None when they are never public."""
    return _types.get(model) if model else None


def type_name(page: Page | type[Page]) -> str:
    """A page's type as API v2 says it, ``articles.PressReleasePage``."""
    return str(page._meta.label)
