"""Pages of all types from the database in bulk, each with the verdict on who may see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.fields.reverse_related import ManyToOneRel
from wagtail.models import Page, Site

from . import lineage, visibility
from .documents import Loaded
from .lineage import Step
from .page_types import PageType, type_of
from .rows import put_rows, with_rows


def load(ids: Collection[str], *, whole: bool) -> Mapping[str, Loaded]:
    """Those among the pages that there are: all of each, or what naming it takes.

    Two queries, whatever the types. What the public can't see isn't even fetched.
    """
    pks = [int(id) for id in ids]
    line = lineage.of(pks)
    types = {step.pk: known for step in map(line.get, pks) if step and (known := _type_of(step))}
    seen = {pk: visibility.of_page(pk, line) for pk in types}
    public = {pk: types[pk] for pk, each in seen.items() if each.public}
    pages = _specific(public, whole=whole) if public else {}
    return {str(pk): Loaded(pages.get(pk), each) for pk, each in seen.items()}


def _type_of(step: Step) -> PageType | None:
    model: Any = ContentType.objects.get_for_id(step.content_type_id).model_class()
    return type_of(model)


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
