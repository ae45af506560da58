"""The admin's views of every page type, in place of Wagtail's where those pass by the newsroom's rules."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, get_page_models

from cms import side_panels

from .approval import JudgingActionView
from .copying import CopyAsDraftForm
from .unpublishing import FarewellView


class CopyAsDraftView(CopyView):
    """Wagtail's, with our form."""

    def get_form_class(self) -> Any:
        """Whatever the type of page."""
        return CopyAsDraftForm


class PanelledEditView(EditView):
    """Wagtail's, with the side panels of other apps."""

    def get_side_panels(self) -> Any:
        """What saving by itself renders anew is only Wagtail's own."""
        panels = super().get_side_panels()
        others = [] if self.expects_json_response else side_panels.of(self.page, self.request)
        return MediaContainer([*panels, *others])


class RuledPageViewSet(PageViewSet):
    """Approving goes by the rules, a copy is a draft, and unpublishing asks what readers are told."""

    copy_view_class = CopyAsDraftView
    edit_view_class = PanelledEditView
    unpublish_view_class = FarewellView
    workflow_action_view_class = JudgingActionView


def page_viewsets() -> list[PageViewSet]:
    """One for each page type there is."""
    return [
        RuledPageViewSet(model._meta.label_lower, model=model)
        for model in get_page_models()
        if model is not Page
    ]
