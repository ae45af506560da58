"""What marks a picture: itself, or the collection that decides whether the public may see it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Collection, CollectionViewRestriction

from cms.publishing.marks import NOW, hurry, mark_all, watch

from .models import Picture
from .renditions import RENDITIONS

watch(Picture, "picture")


@receiver(post_save, sender=Picture)
def make_renditions(instance: Picture, **kwargs: Any) -> None:
    """Make every size at upload, so that the publisher need not while it holds the lock."""
    transaction.on_commit(lambda: _make(instance.pk), robust=True)


def _make(pk: int) -> None:
    picture = Picture.objects.filter(pk=pk).first()
    if picture:
        picture.get_renditions(*RENDITIONS.values())


@receiver(post_save, sender=Collection)
def mark_collection(instance: Collection, **kwargs: Any) -> None:
    """A collection that moves may come under a restriction, or out of one."""
    _mark_pictures(instance)


@receiver(post_save, sender=CollectionViewRestriction)
@receiver(post_delete, sender=CollectionViewRestriction)
def mark_restricted_collection(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """Privacy set or lifted on a collection: every picture in it and below it."""
    collection = Collection.objects.filter(pk=instance.collection_id).first()
    if collection:
        _mark_pictures(collection)


def _mark_pictures(collection: Collection) -> None:
    pictures = Picture.objects.filter(collection__path__startswith=collection.path)
    mark_all((f"picture:{pk}" for pk in pictures.values_list("pk", flat=True)), NOW)
    hurry()
