"""What publishing adds to the admin: changes that could not be published yet, and no deletion of what is in use."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from .deletion import refuse_deletion
from .models import Current, Mark


class FailuresPanel(Component):
    """On the admin's first page, only when something failed."""

    name = "publishing_failures"
    template_name = "publishing/failures_panel.html"
    order = 50

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        failed = Mark.objects.exclude(error="").order_by("key", "-attempts").distinct("key")[:20]
        return {"failures": [_described(mark) for mark in failed]}


@hooks.register("construct_homepage_panels")
def add_failures_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Put the panel first when there is something to say."""
    if Mark.objects.exclude(error="").exists():
        panels.append(FailuresPanel())


hooks.register("before_delete_snippet", refuse_deletion)


def _described(mark: Mark) -> dict[str, Any]:
    name, _separator, id = mark.key.partition(":")
    page = Page.objects.filter(pk=id).first() if name == "page" else None
    current = Current.objects.filter(key=mark.key).first()
    return {
        "title": page.title if page else current.title if current else mark.key,
        "page": page,
        "since": mark.at,
        "again": mark.not_before,
        "error": mark.error,
        "shown": _("The public sees the earlier version.")
        if current
        else _("The public does not see it yet."),
    }
