"""The types of whole answers: the shapes that the apps have registered, and what is joined to them at read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from typing import Any, Final, cast, get_type_hints

from pydantic import create_model
from typing_extensions import TypeAliasType

from cms.publishing.documents import DocumentSource, source_of
from cms.publishing.redirects import Redirection
from cms.publishing.shapes import SOMETIMES, Link, Published, Shape

from .lists.shapes import FacetedMeta, Listing, Searched
from .shapes import JoinedToPage, JoinedToThing, Parent, StatementLink

ADDRESSED: Final = ("agency", "topic", "audience")
"""The things that have a page of their own on the visitor site."""


@cache
def page() -> Any:
    """A page of any type."""
    return _one_of("Page", [_page(each) for each in _source("page").published])


@cache
def page_listing() -> Any:
    """Cards of pages of any type."""
    cards = [_listed(each) for each in _source("page").published]
    return _listing("Page", _one_of("PageCard", cards), meta=FacetedMeta)


@cache
def thing(name: str) -> Any:
    """The document of a source that has one type."""
    source = _source(name)
    (published,) = source.published
    return _joined(published.document, JoinedToThing) if source.translated else published.document


@cache
def thing_listing(name: str) -> Any:
    """Cards of such a source."""
    (published,) = _source(name).published
    return _listing(thing(name).__name__, _listed(published))


@cache
def thing_or_redirect(name: str) -> Any:
    """Such a document, or where its address has moved."""
    return thing(name) | Redirection


@cache
def site() -> Any:
    """The site in one language."""
    (notice,) = _source("notice").published
    return create_model(
        thing("site").__name__,
        __base__=thing("site"),
        __doc__=thing("site").__doc__,
        notices=list[notice.document],  # type: ignore[name-defined]
        accessibility_statement=StatementLink | None,
        audiences=list[Link],
    )


@cache
def found() -> Any:
    """Whatever stands at an address of the visitor host, or where it leads."""
    return _one_of("Found", [page(), *map(thing, ADDRESSED), Redirection])


def _page(published: Published) -> type[Shape]:
    meta: Any = published.document.model_fields["meta"].annotation
    own: Any = create_model(meta.__name__, __base__=meta, __doc__=meta.__doc__, parent=Parent | None)
    return _joined(published.document, JoinedToPage, meta=own)


def _joined(document: type[Shape], parts: type[Shape], **fields: Any) -> type[Shape]:
    bases: Any = (document, parts)
    joined: Any = create_model(document.__name__, __base__=bases, __doc__=document.__doc__, **fields)
    return cast(type[Shape], joined)


def _listed(published: Published) -> type[Shape]:
    """A card, to which `fields` may add what the whole document has, and a search where it hit."""
    card = published.card or published.document
    name = card.__name__ if card is not published.document else f"{card.__name__}Card"
    bases: Any = (_with_rest(card, published.document), Searched)
    made: Any = create_model(name, __base__=bases, __doc__=card.__doc__)
    return cast(type[Shape], made)


def _with_rest(card: type[Shape], document: type[Shape]) -> type[Shape]:
    short, long = _fields(card), _fields(document)
    fields: dict[str, Any] = {name: (kind, SOMETIMES) for name, kind in long.items() if name not in short}
    for name in short:
        if short[name] != long[name]:
            both = (short[name], long[name])
            fields[name] = _with_rest(*both) if name == "meta" else or_(*both)
    made: Any = create_model(card.__name__, __base__=card, __doc__=card.__doc__, **fields)
    return cast(type[Shape], made) if fields else card


def _fields(shape: type[Shape]) -> dict[str, Any]:
    hints = get_type_hints(shape, include_extras=True)
    return {name: hints[name] for name in shape.model_fields}


def _listing(name: str, card: Any, **fields: Any) -> type[Shape]:
    return create_model(
        f"{name}Listing", __base__=Listing, __doc__=Listing.__doc__, items=list[card], **fields
    )


def _one_of(name: str, types: Iterable[Any]) -> Any:
    union: Any = reduce(or_, types)
    return TypeAliasType(name, union)


def _source(name: str) -> DocumentSource:
    source = source_of(name)
    if not isinstance(source, DocumentSource):
        raise TypeError(f"{name} has no documents.")
    return source
