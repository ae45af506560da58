"""Unpublishing with a word to the readers: an optional reason, a successor, and whether the title may stay."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from cms.publishing.models import Farewell


class FarewellForm(forms.ModelForm):
    """What readers who come to the old address are told, beside the date. All of it optional."""

    promise = _("Readers who come to the old address see that the page was taken down, and the date.")

    class Meta:
        model = Farewell
        fields = ["reason", "successor", "show_title"]
        labels = {"reason": _("Why is it taken down?"), "successor": _("Where should readers go instead?")}
        help_texts = {
            "reason": _("Optional. Everyone who visits the old address can read it."),
            "show_title": _("Otherwise readers only see that something has been taken down, and when."),
        }
        widgets = {"reason": forms.TextInput, "successor": AdminPageChooser}


class FarewellView(UnpublishView):
    """Wagtail's question, and the farewell's form with it."""

    template_name = "articles/confirm_unpublish.html"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep the farewell and unpublish, both or neither; show the form again when it has a fault."""
        self.farewell = FarewellForm(
            request.POST, instance=Farewell.objects.filter(page_id=self.object.pk).first()
        )
        if not self.farewell.is_valid():
            return self.render_to_response(self.get_context_data(**kwargs))
        self.farewell.instance.page_id = self.object.pk
        self.farewell.save()
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Wagtail's, and the form."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"farewell": getattr(self, "farewell", None) or FarewellForm()}


def forget_farewell(page: Page) -> None:
    """A page that is published again needs no farewell, and must not keep one for the next time."""
    Farewell.objects.filter(page_id=page.pk).delete()
