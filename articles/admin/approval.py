"""Approving outside the edit form: from the first page of the admin, the reports and the lists."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView

from .judging import faults_of


class JudgingActionView(WorkflowActionView):
    """Wagtail's, but what is approved goes by the rules that the form goes by."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Approve what is sound; else tell the faults and lead to the form, with draft and workflow as they were."""
        faults = (
            faults_of(self.object.get_latest_revision_as_object()) if self.action_name == "approve" else []
        )
        if not faults:
            answer: HttpResponse = super().post(request, *args, **kwargs)
            return answer
        messages.error(request, _refusal(faults))
        self.redirect_url = reverse("wagtailadmin_pages:edit", args=(self.object.pk,))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            told: HttpResponse = self.render_modal_json(
                request, {"step": "success", "redirect": self.redirect_url}
            )
            return told
        return redirect(self.redirect_url)


def _refusal(faults: list[str]) -> SafeString:
    return format_html(
        "{}<ul>{}</ul>",
        _("The text can't be published yet. Mend this, and approve it here:"),
        format_html_join("", "<li>{}</li>", ((fault,) for fault in faults)),
    )
