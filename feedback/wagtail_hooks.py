"""The admin of readers' answers: a report, and a page for each answer, from which it can be deleted."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from .listing import COLUMNS, FeedbackFilters, FeedbackIndexView
from .models import Feedback


class FeedbackViewSet(ModelViewSet):
    """For those with the permission to view, or to delete what shouldn't have been written."""

    model = Feedback
    name = "feedback"
    icon = "help"
    menu_label = _("Readers' answers")
    menu_hook = "register_reports_menu_item"
    menu_order = 100
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["day", "answer", "text", "page", "language"]
    index_view_class = FeedbackIndexView
    list_display = COLUMNS
    list_per_page = 50
    filterset_class = FeedbackFilters
    search_fields = ["text", "page__title"]
    search_backend_name = None
    list_export = ["day", "page_id", "page.title", "language", "get_answer_display", "text"]
    export_headings = {
        "page_id": _("Page's number"),
        "page.title": _("Page"),
        "language": _("Language"),
        "get_answer_display": _("Did it help?"),
    }
    export_filename = "lasarnas-svar"
    form_fields = ["answer"]  # no form is shown: nobody may add or change one


@hooks.register("register_admin_viewset")
def feedback_viewset() -> ModelViewSet:
    """Among the reports."""
    return FeedbackViewSet()
