"""What Wagtail's admin does to pictures and files without a signal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from cms.publishing.marks import NOW, hurry, mark_all

from .receivers import KEPT


@hooks.register("after_bulk_action")
def mark_moved(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """Many moved to another collection at once; it may be a private one."""
    names = {model: name for name, model in KEPT.items()}
    mark_all((f"{names[type(each)]}:{each.pk}" for each in objects if type(each) in names), NOW)
    hurry()
