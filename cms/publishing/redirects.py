"""Editors' own redirects as documents. Those that follow from a page's move need none: the publisher remembers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal
from unicodedata import normalize

from wagtail.contrib.redirects.models import Redirect

from .documents import Document, DocumentSource, Json, Loaded
from .references import Ref
from .shapes import Address, Published, Shape

TYPE = "redirect"


class RedirectMeta(Shape):
    """The type, which tells a redirect from a page."""

    type: Literal["redirect"]


class Redirection(Shape):
    """Where an address leads, and whether it does so for good."""

    meta: RedirectMeta
    location: Address | None
    permanent: bool


class RedirectSource(DocumentSource):
    """``redirect:5``. Its `location` is null while the page it leads to is not public: then it leads nowhere.

    One that was changed or removed leaves nothing behind: the address is again what it was without it.
    """

    name = "redirect"
    published = (Published(TYPE, Redirection),)
    remembered = False

    def ids(self) -> Iterable[str]:
        return (str(pk) for pk in Redirect.objects.values_list("pk", flat=True))

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        return {str(each.pk): Loaded(each) for each in Redirect.objects.filter(pk__in=ids)}

    def refer(self, thing: Redirect, form: str, locale: str) -> Json:
        return None

    def build(self, thing: Redirect) -> Document:
        location = _to_page(thing) if thing.redirect_page_id else thing.redirect_link or None
        body = {"meta": {"type": TYPE}, "location": location, "permanent": thing.is_permanent}
        return Document(type=TYPE, title=thing.old_path, body=body, path=_path(thing.old_path))


def _path(old_path: str) -> str | None:
    """The path as readers are asked for it; None for one with a query, which paths are looked up without."""
    return None if "?" in old_path else normalize("NFC", old_path.rstrip("/") + "/")


def _to_page(redirect: Redirect) -> Ref:
    return Ref(f"page:{redirect.redirect_page_id}", then=lambda page: page["url"], otherwise=None)
