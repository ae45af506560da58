"""The admin of pictures and files: their lists, and what Wagtail does to many at once without a signal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import path
from wagtail import hooks

from cms.publishing.marks import NOW, hurry, mark_all

from .lists import FileList, PictureList
from .receivers import KEPT


@hooks.register("register_admin_urls", order=-1)
def lists() -> list[Any]:
    """Ours at Wagtail's own addresses: they come first, and all that is named there leads here."""
    return [
        path("images/", PictureList.as_view()),
        path("images/results/", PictureList.as_view(results_only=True)),
        path("documents/", FileList.as_view()),
        path("documents/results/", FileList.as_view(results_only=True)),
    ]


@hooks.register("after_bulk_action")
def mark_moved(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """Many moved to another collection at once; it may be a private one."""
    names = {model: name for name, model in KEPT.items()}
    mark_all((f"{names[type(each)]}:{each.pk}" for each in objects if type(each) in names), NOW)
    hurry()
