"""What Wagtail's admin does to pictures without a signal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from cms.publishing.marks import NOW, hurry, mark_all

from .models import Picture


@hooks.register("after_bulk_action")
def mark_pictures(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """Many pictures moved to another collection at once; it may be a private one."""
    mark_all((f"picture:{each.pk}" for each in objects if isinstance(each, Picture)), NOW)
    hurry()
