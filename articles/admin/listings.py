"""The admin's lists of pages: all press releases and all information pages, whatever their language or place."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from agencies.models import Agency
from articles.models import InformationPage, Kind, PressReleasePage
from articles.topics.models import Topic

from .review import overdue

STATES = [("true", _("Published")), ("false", _("Not published"))]


_CHECK_AND_TITLE, _UPDATED_AND_STATUS = IndexView.base_columns[:2], IndexView.base_columns[-2:]


def _published(page: PressReleasePage) -> str:
    """The date itself, which is what readers see; Wagtail's own column says how long ago."""
    moment = page.first_published_at
    return date_format(localtime(moment), "SHORT_DATE_FORMAT") if moment else ""


def _review_day(page: InformationPage) -> str:
    return date_format(page.review_by, "SHORT_DATE_FORMAT") if page.review_by else ""


class PagesMenuItem(MenuItem):
    """For those who may do something with pages; others would find a shut door."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the list itself asks."""
        return bool(
            page_permission_policy.user_has_any_permission(request.user, IndexView.any_permission_required)
        )


class Listing(PageListingViewSet):
    """A list of all pages of a kind, in the menu."""

    add_to_admin_menu = True

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return PagesMenuItem


class PressReleaseFilters(WagtailFilterSet):
    """What a newsroom looks for: state, kind, agency and language."""

    live = ChoiceFilter(label=_("State"), choices=STATES, empty_label=_("All"))
    kind = ChoiceFilter(label=_("Type"), choices=Kind.choices, empty_label=_("All"))
    agency = ModelChoiceFilter(
        field_name="agency_links__agency", queryset=Agency.objects.all(), label=_("Agency")
    )
    topic = ModelChoiceFilter(field_name="topic_links__topic", queryset=Topic.objects.all(), label=_("Topic"))
    locale = ModelChoiceFilter(queryset=Locale.objects.all(), label=_("Language"))

    class Meta:
        model = PressReleasePage
        fields = ["live", "kind", "agency", "topic", "locale"]


class PressReleaseListing(Listing):
    """All press releases, with their kind and the day that readers see."""

    name = "press-releases"
    model = PressReleasePage
    icon = "doc-full"
    menu_label = _("Press releases")
    menu_order = 80
    filterset_class = PressReleaseFilters

    columns = [
        *_CHECK_AND_TITLE,
        Column("kind", label=_("Type"), accessor="get_kind_display", sort_key="kind", width="12%"),
        Column(
            "published", label=_("Published"), accessor=_published, sort_key="first_published_at", width="12%"
        ),
        *_UPDATED_AND_STATUS,
    ]


class InformationFilters(WagtailFilterSet):
    """State, language, and whether a review is due."""

    live = ChoiceFilter(label=_("State"), choices=STATES, empty_label=_("All"))
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


class InformationListing(Listing):
    """All information pages in one list, with the day of their next review."""

    name = "information-pages"
    model = InformationPage
    icon = "doc-empty"
    menu_label = _("Information pages")
    menu_order = 90
    filterset_class = InformationFilters
    columns = [
        *IndexView.base_columns,
        Column("review_by", label=_("Review by"), accessor=_review_day, sort_key="review_by", width="12%"),
    ]
