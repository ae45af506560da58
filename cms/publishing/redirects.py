"""Editors' own redirects as documents. Those that follow from a page's move need none: the publisher remembers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from wagtail.contrib.redirects.models import Redirect

from .addresses import is_on_the_web, on_this_host, tidied
from .documents import Document, DocumentSource, Json, Loaded
from .references import Ref
from .shapes import Address, Path, Published, Shape

TYPE = "redirect"


class RedirectMeta(Shape):
    """The type, which tells a redirect from a page."""

    type: Literal["redirect"]


class Redirection(Shape):
    """The answer of a path that leads to another. `location` is a path, or where it is `external` a whole address.

    `permanent` tells a 301 from a 302.
    """

    meta: RedirectMeta
    location: Address
    permanent: bool
    external: bool


class RedirectDocument(Shape):
    """An editor's redirect by itself. `path` is where it leads on this host, for redirects to be followed further."""

    meta: RedirectMeta
    location: Address | None
    permanent: bool
    path: Path | None


class RedirectSource(DocumentSource):
    """``redirect:5``. Its `location` is null while the page it leads to is not public: then it leads nowhere.

    One that was changed or removed leaves nothing behind: the address is again what it was without it.
    """

    name = "redirect"
    shape = 2
    published = (Published(TYPE, RedirectDocument),)
    remembered = False

    def ids(self) -> Iterable[str]:
        return (str(pk) for pk in Redirect.objects.values_list("pk", flat=True))

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        return {str(each.pk): Loaded(each) for each in Redirect.objects.filter(pk__in=ids)}

    def refer(self, thing: Redirect, form: str, locale: str) -> Json:
        return None

    def build(self, thing: Redirect) -> Document:
        location = _to_page(thing) if thing.redirect_page_id else _to_link(thing.redirect_link)
        return Document(
            type=TYPE,
            title=thing.old_path,
            body={
                "meta": {"type": TYPE},
                "location": location,
                "permanent": thing.is_permanent,
                "path": None if thing.redirect_page_id else leads_to(thing.redirect_link),
            },
            path=path_of(thing.old_path),
        )


def path_of(old_path: str) -> str | None:
    """The path, tidied, so that it leads on however it is spelled; None for one with a query: readers' are cut off."""
    return None if "?" in old_path else tidied(old_path)


def leads_to(link: str) -> str | None:
    """The path on this host that a link leads to, tidied, if it does."""
    here = on_this_host(link)
    return tidied(here) if here else None


def _to_page(redirect: Redirect) -> Ref:
    return Ref(f"page:{redirect.redirect_page_id}", then=lambda page: page["url"], otherwise=None)


def _to_link(link: str) -> str | None:
    """A path where the link leads to this host, a whole address elsewhere; nothing that is not of the web."""
    return (on_this_host(link) or link) if is_on_the_web(link) else None
