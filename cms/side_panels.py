"""Side panels of the page editor that apps add which know of a page what its own app doesn't."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

Make = Callable[[Page, HttpRequest], "BaseSidePanel | None"]

_makers: list[Make] = []


def register(make: Make) -> None:
    """Each app does so when it is ready; `make` gives nothing where there is nothing to show."""
    _makers.append(make)


def of(page: Page, request: HttpRequest) -> list[Any]:
    """Those that this page has for this user."""
    return [panel for make in _makers if (panel := make(page, request))]
