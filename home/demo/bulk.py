"""Puts generated press releases into the tree by the hundred, as rows like those that Wagtail itself writes.

Page by page through `add_child`, `save_revision` and `publish` takes some 60 ms each, most of it Python; a test at
scale needs a hundred thousand. So the rows are inserted in bulk, which sends no signals. What the signals would have
done is done here: marking for the publisher, the admin's search, and Wagtail's index of references.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backends

from articles.models import AgencyLink, PressIndexPage, PressReleasePage
from cms.publishing.marks import SOON, mark_all
from cms.publishing.publisher import publish

CHUNK: Final = 200
"""Pages inserted in one transaction."""


def add_published(index: PressIndexPage, pages: Sequence[PressReleasePage]) -> None:
    """Insert the pages as published last under the press list, and publish their documents.

    A page brings its title, slug, content, first day of publication and agency links. A crash between the two steps
    leaves the marks, and the worker goes on from there.
    """
    with transaction.atomic():
        parent = Page.objects.select_for_update().get(pk=index.pk)
        _take_places(parent, pages)
        _insert(pages)
        Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
        _tell_the_admin(pages)
        keys = [f"page:{page.pk}" for page in pages]
        mark_all(keys, SOON)
    publish(keys)


def _take_places(parent: Page, pages: Sequence[PressReleasePage]) -> None:
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for place, page in enumerate(pages, start=step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, place)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale_id = parent.locale_id
        page.draft_title = page.title
        page.live, page.has_unpublished_changes = True, False
        page.last_published_at = page.latest_revision_created_at = page.first_published_at


def _insert(pages: Sequence[PressReleasePage]) -> None:
    kind = ContentType.objects.get_for_model(PressReleasePage)
    shared = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [
        Page(**{name: getattr(page, name) for name in shared} | {"content_type_id": kind.pk})
        for page in pages
    ]
    for page, row in zip(pages, Page.objects.bulk_create(rows), strict=True):
        page.pk = page.page_ptr_id = row.pk
        page.content_type_id = kind.pk
    # bulk_create refuses models with a parent table; this is the insert that Model.save() ends in.
    PressReleasePage._base_manager._insert(
        pages, fields=PressReleasePage._meta.local_concrete_fields, using=PressReleasePage.objects.db
    )
    links = [(page, link) for page in pages for link in page.agency_links.all()]
    for page, link in links:
        link.page_id = page.pk
    AgencyLink.objects.bulk_create([link for _page, link in links])


def _tell_the_admin(pages: Sequence[PressReleasePage]) -> None:
    """What post_save does for a page: find it in the admin's search, know what it refers to."""
    for backend in get_search_backends(with_auto_update=True):
        backend.get_index_for_model(PressReleasePage).add_items(PressReleasePage, pages)
    own, base = (ContentType.objects.get_for_model(model) for model in (PressReleasePage, Page))
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=own,
            base_content_type=base,
            object_id=page.pk,
            to_content_type_id=to_kind,
            to_object_id=to_id,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for page in pages
        for to_kind, to_id, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(page)
        )
    )
