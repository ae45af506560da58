"""The admin of articles: where press releases are found, and what editors don't need is out of the way."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from .admin.admin_api import ReadOnlyPages
from .admin.listings import InformationListing, PressReleaseListing
from .admin.page_views import page_viewsets
from .admin.review import ReviewPanel, overdue_for
from .contacts.admin import ContactViewSet
from .fees.admin import FeeScheduleViewSet
from .topics.admin import TopicViewSet
from .writing import inline_features


@hooks.register("construct_homepage_panels")
def add_review_panel(request: HttpRequest, panels: list[Component]) -> None:
    """For those who can do something about it."""
    if overdue_for(request.user).exists():
        panels.append(ReviewPanel())


@hooks.register("register_admin_viewset")
def article_viewsets() -> list[Any]:
    """The lists, and the views of each page type."""
    return [PressReleaseListing(), InformationListing(), *page_viewsets()]


@hooks.register("construct_admin_api")
def only_read(router: Any) -> None:
    """In place of Wagtail's pages in the admin's API."""
    router.register_endpoint("pages", ReadOnlyPages)


@hooks.register("before_bulk_action")
def publish_one_at_a_time(
    request: HttpRequest, action_type: str, pages: Any, action: Any
) -> HttpResponse | None:
    """Publishing many at once would pass by the rules of the form and the question what the change is."""
    if action_type != "publish" or action.model is not Page:
        return None
    messages.error(
        request, _("Open each page and publish it there, so that nothing that is missing goes unseen.")
    )
    return redirect(action.next_url)


@hooks.register("register_rich_text_features")
def add_inline_features(features: Any) -> None:
    """Abbreviations and languages in running text."""
    inline_features.register(features)


@hooks.register("insert_editor_js")
def autosave_first() -> SafeString:
    """Keep what the editor sends and what Wagtail saves by itself from colliding."""
    return format_html('<script src="{}" defer></script>', static("articles/autosave_first.js"))


register_snippet(TopicViewSet)
register_snippet(ContactViewSet)
register_snippet(FeeScheduleViewSet)
