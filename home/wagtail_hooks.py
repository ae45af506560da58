"""The admin's help, and what a newsroom doesn't need put away."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from articles.unpublishing import unpublish_viewset

from .models import HomePage

_NOT_NEEDED = {
    "reports",
    "help",
    "redirects",
    "workflows",
    "workflow-tasks",
    "sites",
    "locales",
    "collections",
}


@hooks.register("register_admin_viewset")
def home_viewsets() -> list[Any]:
    """The farewell on unpublishing, for the home page too."""
    return [unpublish_viewset(HomePage)]
