"""What marks pictures and files: themselves, or the collection that decides whether the public may see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction

from cms.publishing.marks import NOW, hurry, mark_all, watch

from .models import File, Picture

KEPT: Final[dict[str, type[models.Model]]] = {"picture": Picture, "file": File}
"""What lies in collections, by the names of their keys."""


@receiver(post_save, sender=Picture)
def make_renditions(instance: Picture, **kwargs: Any) -> None:
    """Make every size at upload, so that the publisher need not while it holds the lock."""
    transaction.on_commit(lambda: _make(instance.pk), robust=True)


def _make(pk: int) -> None:
    picture = Picture.objects.filter(pk=pk).first()
    if picture:
        picture.get_renditions(*picture.sizes.values())


# After the sizes are made, since receivers are called in this order.
for name, model in KEPT.items():
    watch(model, name)


@receiver(post_save, sender=Collection)
def mark_collection(instance: Collection, **kwargs: Any) -> None:
    """A collection that moves may come under a restriction, or out of one."""
    _mark_contents(instance)


@receiver(post_save, sender=CollectionViewRestriction)
@receiver(post_delete, sender=CollectionViewRestriction)
def mark_restricted_collection(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Privacy set or lifted on a collection: all that lies in it and below it."""
    collection = Collection.objects.filter(pk=instance.collection_id).first()
    if collection:
        _mark_contents(collection)


def _mark_contents(collection: Collection) -> None:
    mark_all(_keys_within(collection), NOW)
    hurry()


def _keys_within(collection: Collection) -> Iterator[str]:
    for name, model in KEPT.items():
        things = model._default_manager.filter(collection__path__startswith=collection.path)
        yield from (f"{name}:{pk}" for pk in things.values_list("pk", flat=True))
