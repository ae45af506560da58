"""Information pages whose day of review has passed: which they are, and the list of them on the admin's first page."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from articles.models import InformationPage

SHOWN: Final = 10
"""Pages on the first page; the listing has all."""


def overdue(pages: QuerySet[InformationPage]) -> QuerySet[InformationPage]:
    """Those that are public and should have been reviewed by yesterday."""
    return pages.filter(live=True, review_by__lt=timezone.localdate())


def overdue_for(user: Any) -> QuerySet[InformationPage]:
    """Those that the user may do something about, the longest overdue first."""
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    return overdue(InformationPage.objects.filter(pk__in=mine.values("pk"))).order_by("review_by", "pk")


class ReviewPanel(Component):
    """On the admin's first page, only when something waits."""

    name = "review"
    template_name = "articles/review_panel.html"
    order = 70

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The pages, and how many there are beside those shown."""
        waiting = overdue_for(parent_context["request"].user)
        return {"waiting": waiting[:SHOWN], "count": waiting.count()}
