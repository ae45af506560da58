"""The published shapes that all page types share; each type's own fields stand beside its builder."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import create_model

from .shapes import Locale, Moment, Path, Shape, Url, Urn


class PageId(Shape):
    """A page by its number alone."""

    id: int


class PageCardMeta(Shape):
    """What a list says of a page itself."""

    type: str
    uid: Urn
    detail_url: Url
    html_url: Url
    slug: str
    locale: Locale
    first_published_at: Moment | None


class PageMeta(PageCardMeta):
    """What is said of a page itself. The titles and descriptions for search engines may be empty."""

    show_in_menus: Literal[False]
    seo_title: str
    search_description: str
    alias_of: PageId | None


class PageCard(Shape):
    """A page in a list."""

    id: int
    meta: PageCardMeta
    title: str
    url: Path


class PageDocument(Shape):
    """A page; what depends on other pages is joined when it is read."""

    id: int
    meta: PageMeta
    title: str
    url: Path


def typed(type_name: str, shape: type[Shape], name: str) -> type[Shape]:
    """`shape` under a name, of one page type only: its `meta.type` says which."""
    meta: Any = shape.model_fields["meta"].annotation
    literal: Any = Literal
    own: Any = create_model(f"{name}Meta", __base__=meta, __doc__=meta.__doc__, type=literal[type_name])
    return create_model(name, __base__=shape, __doc__=shape.__doc__, meta=own)
