"""What readers say of a page, beside the form where it is edited."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.models import Page

from .models import Answer, Feedback

SHOWN: Final = 5
"""The latest texts; the list has all."""


class FeedbackSidePanel(BaseSidePanel):
    """How many say yes and no, and what they write; with no number on its button, since nothing waits."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it."""

        aria_label = _("Toggle readers' answers")
        icon_name = "help"
        has_counter = False

    name = "feedback"
    title = _("Readers' answers")
    template_name = "feedback/side_panel.html"
    order = 200

    def __init__(self, page: Page, request: HttpRequest, counts: dict[str, int]) -> None:
        super().__init__(page, request)
        self.counts = counts

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The counts, the latest texts, and where the rest are."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        written = Feedback.objects.filter(page_id=self.object.pk).exclude(text="")
        address = f"{reverse('feedback:index')}?page={self.object.pk}"
        return context | self.counts | {"written": written[:SHOWN], "address": address}


def panel_for(page: Page, request: HttpRequest) -> FeedbackSidePanel | None:
    """On a page that somebody has answered about, for those who may read it."""
    user: Any = request.user
    if not page.pk or not user.has_perm("feedback.view_feedback"):
        return None
    counts = Feedback.objects.filter(page_id=page.pk).aggregate(
        yes=Count("pk", filter=Q(answer=Answer.YES)), no=Count("pk", filter=Q(answer=Answer.NO))
    )
    return FeedbackSidePanel(page, request, counts) if any(counts.values()) else None
