"""The admin of articles: where press releases are found, and what editors don't need is out of the way."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale, Page
from wagtail.snippets.models import register_snippet

from agencies.models import Agency

from . import inline_features
from .admin_api import ReadOnlyPages
from .contacts.admin import ContactViewSet
from .fees.admin import FeeScheduleViewSet
from .models import InformationPage, PressReleasePage
from .page_views import page_viewsets
from .review import ReviewPanel, overdue, overdue_for
from .topics.admin import TopicViewSet
from .topics.models import Topic


class PressReleaseFilters(WagtailFilterSet):
    """What a newsroom looks for: state, kind, agency and language."""

    agency = ModelChoiceFilter(
        field_name="agency_links__agency", queryset=Agency.objects.all(), label=_("Agency")
    )
    topic = ModelChoiceFilter(field_name="topic_links__topic", queryset=Topic.objects.all(), label=_("Topic"))
    locale = ModelChoiceFilter(queryset=Locale.objects.all(), label=_("Language"))

    class Meta:
        model = PressReleasePage
        fields = ["live", "kind", "agency", "topic", "locale"]


class PressReleaseListing(PageListingViewSet):
    """All press releases in one list, whatever the language."""

    name = "press-releases"
    model = PressReleasePage
    icon = "doc-full"
    menu_label = _("Press releases")
    menu_order = 110
    add_to_admin_menu = True
    filterset_class = PressReleaseFilters


def _review_day(page: InformationPage) -> str:
    """The date itself: Wagtail's own column says how long ago, which a day to come is not."""
    return date_format(page.review_by) if page.review_by else ""


class InformationFilters(WagtailFilterSet):
    """State, language, and whether a review is due."""

    review = ChoiceFilter(
        label=_("Review"),
        choices=[("overdue", _("To review"))],
        method="waiting",
        empty_label=_("All"),
    )
    locale = ModelChoiceFilter(queryset=Locale.objects.all(), label=_("Language"))

    class Meta:
        model = InformationPage
        fields = ["live", "review", "responsible_unit", "locale"]

    def waiting(self, pages: Any, name: str, value: str) -> Any:
        """Those whose day has passed."""
        return overdue(pages)


class InformationListing(PageListingViewSet):
    """All information pages in one list, with the day of their next review."""

    name = "information-pages"
    model = InformationPage
    icon = "doc-empty"
    menu_label = _("Information pages")
    menu_order = 115
    add_to_admin_menu = True
    filterset_class = InformationFilters
    columns = [
        *IndexView.base_columns,
        Column("review_by", label=_("Review by"), accessor=_review_day, sort_key="review_by", width="12%"),
    ]


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
