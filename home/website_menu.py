"""The main menu's heading for what belongs to the whole website: notices, menu, audiences, promos, fees, details.

A snippet that belongs there names ``register_website_menu_item`` as its ``menu_hook``.
"""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.contrib.settings.registry import SettingMenuItem

from .navigation.models import Navigation
from .site_settings import SiteSettings

HOOK: Final = "register_website_menu_item"


def website() -> MenuItem:
    """Below pictures, files and the names of agencies and contacts."""
    return SubmenuMenuItem(
        _("The website"), Menu(register_hook_name=HOOK), name="website", icon_name="site", order=500
    )


def navigation() -> MenuItem:
    """Before audiences, since readers meet it first."""
    return SettingMenuItem(Navigation, icon="list-ul", order=20)


def details() -> MenuItem:
    """Last: written once."""
    return SettingMenuItem(SiteSettings, icon="cog", order=60)


def only_once(request: HttpRequest, items: list[MenuItem]) -> None:
    """What stands under the website is not also a setting."""
    items[:] = [item for item in items if getattr(item, "model", None) not in (Navigation, SiteSettings)]
