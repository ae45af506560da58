"""What an agency's change marks beside the agency itself."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from cms.publishing.marks import mark
from cms.publishing.models import Kind

from .models import Agency


@receiver(post_save, sender=Agency)
def mark_successor(instance: Agency, **kwargs: Any) -> None:
    """A new successor names its predecessors, and couldn't know of this one; a former one names it already."""
    if instance.successor_id:
        mark(f"agency:{instance.successor_id}", Kind.MINOR)
