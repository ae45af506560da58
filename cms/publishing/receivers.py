"""What marks a page for publishing. Receivers write marks and nothing else, so they can't break an editor's save.

A draft's save, autosave too, fires post_save on a live page: pages never react to it. What follows from a page's
change (what lies below it, what names it) is the publisher's to find out.
"""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from .marks import NOW, mark, mark_all, mark_everything, watch
from .models import Current, Kind


@receiver(page_published)
@receiver(page_unpublished)
def mark_page(instance: Page, **kwargs: Any) -> None:
    """Published, scheduled, unpublished, expired; aliases too, which Wagtail announces one by one."""
    mark(f"page:{instance.pk}", Kind.MINOR)


@receiver(post_delete)
def mark_deleted_page(instance: object, **kwargs: Any) -> None:
    """Deleting announces nothing in time: page_unpublished comes while the database still says live."""
    if isinstance(instance, Page):
        mark(f"page:{instance.pk}")


@receiver(post_save)
def mark_saved_alias(instance: object, update_fields: Any = None, **kwargs: Any) -> None:
    """An alias has no drafts, so it is public as it is saved: made, or turned into a page of its own."""
    if isinstance(instance, Page) and (instance.alias_of_id or "alias_of_id" in (update_fields or ())):
        mark(f"page:{instance.pk}", Kind.MINOR)


@receiver(post_page_move)
def mark_moved_page(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """The page, and the neighbours whose place in the tree shifted to make room for it."""
    mark(f"page:{instance.pk}", Kind.MINOR)
    for parent in {parent_page_before.path, parent_page_after.path}:
        mark_all(_shifted(parent), NOW)


def _shifted(parent_path: str) -> list[str]:
    key = Concat(Value("page:"), Cast("pk", CharField()))
    pages = Page.objects.filter(path__startswith=parent_path).annotate(key=key)
    paths = dict(pages.values_list("key", "path"))
    known = Current.objects.filter(key__in=paths).values_list("key", "tree_path")
    return [key for key, path in known if paths[key] != path]


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def mark_restricted_page(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Privacy set or lifted: the page and all below it, also what is not public now but left a trace."""
    mark(f"page:{instance.page_id}")
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        mark_all((f"page:{pk}" for pk in page.get_descendants().values_list("pk", flat=True)), NOW)


@receiver(post_save, sender=Site)
@receiver(post_delete, sender=Site)
@receiver(post_save, sender=Locale)
def mark_whole_site(**kwargs: Any) -> None:
    """Another host, root page or language changes every address."""
    mark_everything()


watch(Redirect, "redirect")
