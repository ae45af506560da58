"""Pages as documents: what all page types share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote
from uuid import uuid5

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from . import page_loading
from .collation import swedish_key
from .documents import Document, DocumentSource, Json, Loaded
from .host import on_host
from .page_types import content_of, page_types, type_name
from .shapes import Published
from .tree_paths import tops
from .typography import no_break

_SHARED_SHAPE: Final = 2


class PageSource(DocumentSource):
    """``page:12``.

    Forms: ``link`` (id, title, url), ``teaser`` (also lead, type, kind, date of publication), ``target`` (url, locale).
    """

    name = "page"
    translated = True

    @property
    def shape(self) -> int:  # type: ignore[override]
        """That of what all types share, and the sum over the types, so that raising any of them raises it."""
        return _SHARED_SHAPE + sum(each.shape for each in page_types())

    @property
    def published(self) -> tuple[Published, ...]:  # type: ignore[override]
        """That of every type that was registered."""
        return tuple(each.published for each in page_types())

    def ids(self) -> Iterable[str]:
        live = Page.objects.filter(live=True, depth__gt=1).order_by("path").values_list("pk", flat=True)
        return (str(pk) for pk in live.iterator())

    def below(self, ids: Collection[str]) -> Iterable[str]:
        following = Q(alias_of__in=ids)
        for top in tops(Page.objects.filter(pk__in=ids).values_list("path", flat=True)):
            following |= Q(path__startswith=top) & ~Q(path=top)
        return [str(pk) for pk in Page.objects.filter(following).values_list("pk", flat=True)]

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        return page_loading.load(ids, whole=True)

    def load_named(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        return page_loading.load(ids, whole=False)

    def refer(self, thing: Page, form: str, locale: str) -> Json:
        link = {"id": thing.pk, "title": thing.title, "url": path_of(thing)}
        if form == "link":
            return link
        if form == "target":
            return {"url": link["url"], "locale": thing.locale.language_code}
        return link | {
            "lead": no_break(getattr(thing, "lead", "").strip()),
            "type": type_name(thing),
            "kind": getattr(thing, "kind", ""),
            "published_at": timestamp(thing.first_published_at),
        }

    def build(self, thing: Page) -> Document:
        content = content_of(thing)
        path = path_of(thing)
        shared = {"id": thing.pk, "meta": _meta(thing, path), "title": thing.title, "url": path}
        return Document(
            type=type_name(thing),
            title=thing.title,
            body=shared | content.fields,
            card={**shared, "meta": {name: shared["meta"][name] for name in _CARD_META}} | content.card,
            path=path,
            locale=thing.locale.language_code,
            terms=(f"slug:{thing.slug}", *content.terms),
            published_at=thing.first_published_at,
            updated_at=content.updated_at,
            sort_key=swedish_key(thing.title),
            tree_path=thing.path,
            alternates_key=str(thing.translation_key),
            dated=content.dated,
            ties=content.ties,
            chosen=content.chosen,
            also=content.also,
        )


_CARD_META = ("type", "uid", "detail_url", "html_url", "slug", "locale", "first_published_at")


def path_of(page: Page) -> str:
    """A page's address on the visitor host, beginning with a slash, with its letters as they are."""
    parts = page.get_url_parts()
    return normalize("NFC", unquote(parts[2])) if parts else ""


def uid(page: Page) -> str:
    """What a page is known by wherever it lies: in another database, on another host, at another address."""
    return uuid5(page.translation_key, page.locale.language_code).urn


def timestamp(moment: datetime | None) -> str | None:
    """ISO 8601 in the site's time zone, to the second."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None


def _meta(page: Page, path: str) -> Json:
    return {
        "type": type_name(page),
        "uid": uid(page),
        "detail_url": on_host(f"/api/v2/pages/{page.pk}/"),
        "html_url": on_host(path),
        "slug": page.slug,
        "locale": page.locale.language_code,
        "show_in_menus": False,  # API v2 has it; the menu here names its pages itself
        "seo_title": page.seo_title,
        "search_description": page.search_description,
        "first_published_at": timestamp(page.first_published_at),
        "alias_of": {"id": page.alias_of_id} if page.alias_of_id else None,
    }
