"""The admin's first page and menus, with what a newsroom doesn't need put away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from articles.models import PressIndexPage

from . import website_menu
from .audiences.admin import AudienceViewSet
from .notices.admin import NoticeViewSet
from .notices.models import Notice, NoticeKind
from .promos.admin import PromoViewSet

register_snippet(NoticeViewSet)
register_snippet(AudienceViewSet)
register_snippet(PromoViewSet)
hooks.register("register_admin_menu_item", website_menu.website)
hooks.register(website_menu.HOOK, website_menu.navigation)
hooks.register(website_menu.HOOK, website_menu.details)
hooks.register("construct_settings_menu", website_menu.only_once)


class StartPanel(Component):
    """On the admin's first page: the shortest way to a press release in each language, and to an emergency notice."""

    name = "start"
    template_name = "home/start_panel.html"
    order = 60

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        user = parent_context["request"].user
        indexes = PressIndexPage.objects.select_related("locale").order_by("path")
        mine = [index for index in indexes if index.permissions_for_user(user).can_add_subpage()]
        return {
            "ways": [(index, _way(index)) for index in mine],
            "several": Locale.objects.count() > 1,
            "notice": _new_notice() if user.has_perm("home.add_notice") else "",
        }


@hooks.register("construct_homepage_panels")
def add_start_panel(request: HttpRequest, panels: list[Component]) -> None:
    """For those who write, and those who put up notices."""
    user: Any = request.user
    if page_permission_policy.user_has_permission(user, "add") or user.has_perm("home.add_notice"):
        panels.append(StartPanel())


@hooks.register("construct_help_menu")
def keep_to_this_host(request: HttpRequest, items: list[MenuItem]) -> None:
    """The help menu's links to another host's guide, in English and about another site, are left out."""
    items[:] = [item for item in items if not item.url.startswith("http")]


@hooks.register("insert_global_admin_css")
def admin_style() -> SafeString:
    """On every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin.css"))


def _new_notice() -> str:
    return f"{reverse(Notice.snippet_viewset.get_url_name('add'))}?kind={NoticeKind.EMERGENCY}"


def _way(index: PressIndexPage) -> str:
    return reverse("wagtailadmin_pages:add", args=("articles", "pressreleasepage", index.pk))
