"""Pages as documents: what all page types share. The apps register how each type's own fields are built."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from unicodedata import normalize
from urllib.parse import unquote

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.db.models.fields.reverse_related import ManyToOneRel
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from . import lineage, visibility
from .collation import swedish_key
from .documents import Document, DocumentSource, Json, Loaded
from .host import on_host
from .lineage import Step
from .page_shapes import PageCard, PageDocument, typed
from .rows import put_rows, relations_of, with_rows
from .shapes import Published
from .tree_paths import tops
from .typography import no_break


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


_SHARED_SHAPE: Final = 1
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


class PageSource(DocumentSource):
    """``page:12``.

    Forms: ``link`` (id, title, url), ``teaser`` (also lead, type, kind, date of publication), ``target`` (url, locale).
    """

    name = "page"
    translated = True

    @property
    def shape(self) -> int:  # type: ignore[override]
        """That of what all types share, and the sum over the types, so that raising any of them raises it."""
        return _SHARED_SHAPE + sum(each.shape for each in _types.values())

    @property
    def published(self) -> tuple[Published, ...]:  # type: ignore[override]
        """That of every type that was registered."""
        return tuple(each.published for each in _types.values())

    def ids(self) -> Iterable[str]:
        live = Page.objects.filter(live=True, depth__gt=1).order_by("path").values_list("pk", flat=True)
        return (str(pk) for pk in live.iterator())

    def below(self, ids: Collection[str]) -> Iterable[str]:
        following = Q(alias_of__in=ids)
        for top in tops(Page.objects.filter(pk__in=ids).values_list("path", flat=True)):
            following |= Q(path__startswith=top) & ~Q(path=top)
        return [str(pk) for pk in Page.objects.filter(following).values_list("pk", flat=True)]

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        return _load(ids, whole=True)

    def load_named(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        return _load(ids, whole=False)

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
        content = _types[type(thing)].build(thing)
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


_CARD_META = ("type", "detail_url", "html_url", "slug", "locale", "first_published_at")


def type_name(page: Page | type[Page]) -> str:
    """A page's type as API v2 says it, ``articles.PressReleasePage``."""
    return str(page._meta.label)


def path_of(page: Page) -> str:
    """A page's address on the visitor host, beginning with a slash, with its letters as they are."""
    parts = page.get_url_parts()
    return normalize("NFC", unquote(parts[2])) if parts else ""


def timestamp(moment: datetime | None) -> str | None:
    """ISO 8601 in the site's time zone, to the second."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None


def _load(ids: Collection[str], *, whole: bool) -> Mapping[str, Loaded]:
    """Two queries, whatever the types. What the public can't see isn't even fetched."""
    pks = [int(id) for id in ids]
    line = lineage.of(pks)
    types = {step.pk: known for step in map(line.get, pks) if step and (known := _type_of(step))}
    seen = {pk: visibility.of_page(pk, line) for pk in types}
    public = {pk: types[pk] for pk, each in seen.items() if each.public}
    pages = _specific(public, whole=whole) if public else {}
    return {str(pk): Loaded(pages.get(pk), each) for pk, each in seen.items()}


def _type_of(step: Step) -> PageType | None:
    model: Any = ContentType.objects.get_for_id(step.content_type_id).model_class()
    return _types.get(model)


def _specific(types: Mapping[int, PageType], *, whole: bool) -> dict[int, Page]:
    """The pages as their own models; with the rows that building needs, or without their texts when only named."""
    rows = {kind: kind.rows if whole else [] for kind in set(types.values())}
    pages = Page.objects.filter(pk__in=types).select_related("locale", *(kind.column for kind in rows))
    if not whole:
        pages = pages.defer(*(f"{kind.column}__{text}" for kind in rows for text in kind.texts))
    for relation in {each for some in rows.values() for each in some}:
        pages = with_rows(pages, relation)
    roots = Site.get_site_root_paths()
    return {page.pk: _narrowed(page, types[page.pk], rows[types[page.pk]], roots) for page in pages}


def _narrowed(page: Page, kind: PageType, rows: Iterable[ManyToOneRel], roots: list[Any]) -> Page:
    specific: Page = getattr(page, kind.column)
    specific.locale = page.locale
    specific._wagtail_cached_site_root_paths = roots  # where Wagtail keeps them, once for each page
    put_rows(specific, rows, page)
    return specific


def _meta(page: Page, path: str) -> Json:
    return {
        "type": type_name(page),
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
