"""The guide's addresses in the admin, and its place in the help menu."""

from __future__ import annotations

from typing import Any

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import views

guide_urls = (
    [
        path("", views.contents, name="contents"),
        path("<slug:name>.md", views.chapter, name="chapter"),
        path("bilder/<str:name>", views.picture, name="picture"),
    ],
    "guide",
)


@hooks.register("register_admin_urls")
def guide_addresses() -> list[Any]:
    """Below the admin's own."""
    return [path("guide/", include(guide_urls))]


@hooks.register("register_help_menu_item")
def guide_in_the_help_menu() -> MenuItem:
    """First in the menu."""
    return MenuItem(_("Guide for editors"), reverse("guide:contents"), icon_name="help", order=100)
