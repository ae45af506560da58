"""When a page is published, what the editor called the change becomes a line of its history."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import copy_for_translation_done, page_published

from cms.publishing.marks import mark

from .admin.unpublishing import forget_farewell
from .changes import ChangeKind
from .models import Article, Change
from .translated_links import translate_links


@receiver(page_published)
def record_change(instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    """Note the change once, and empty the choice on page and revision, so that the next change asks anew."""
    if not isinstance(instance, Article) or revision is None or not instance.change_kind:
        return
    kind, note = ChangeKind(instance.change_kind), instance.change_note.strip()
    Change.objects.get_or_create(
        revision_id=revision.pk,
        defaults={"page_id": instance.pk, "kind": kind, "note": note, "at": instance.last_published_at},
    )
    mark(f"page:{instance.pk}", kind, note)
    _forget_choice(instance, revision)


@receiver(page_published)
def welcome_back(instance: Page, **kwargs: Any) -> None:
    """What was said when the page was taken down is over."""
    forget_farewell(instance)


@receiver(copy_for_translation_done)
def name_translations(target_obj: Any, **kwargs: Any) -> None:
    """A page that was copied to be translated names topics, contacts and audiences in its own language, if any."""
    if isinstance(target_obj, Page) and not target_obj.alias_of_id:
        translate_links(target_obj)


def _forget_choice(page: Article, revision: Revision) -> None:
    blank = {"change_kind": "", "change_note": ""}
    for name, value in blank.items():
        setattr(page, name, value)
    type(page).objects.filter(pk=page.pk).update(**blank)
    revision.content = revision.content | blank
    revision.save(update_fields=["content"])
