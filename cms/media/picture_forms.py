"""The form of a picture's upload. What the picture shows is asked for here, and demanded where it is published."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.forms import BaseImageForm

from .licences import Licence
from .picture_file import PictureUploadField


class PictureForm(BaseImageForm):
    """Wagtail's, with the rules of the newsroom."""

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets | {
            "description": AdminAutoHeightTextInput,
            "english_description": AdminAutoHeightTextInput,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.fields.get("file")
        if given:
            self.fields["file"] = PictureUploadField(
                label=given.label, required=given.required, widget=given.widget
            )

    def clean(self) -> dict[str, Any]:
        """The fields, none of which may contradict another."""
        cleaned: dict[str, Any] = super().clean()
        described = cleaned.get("description") or cleaned.get("english_description")
        if cleaned.get("is_decorative") and described:
            self.add_error(
                "is_decorative",
                _("Either say what the picture shows or mark it as decorative, not both."),
            )
        if cleaned.get("licence") == Licence.OTHER and not cleaned.get("licence_terms", "").strip():
            self.add_error("licence_terms", _("Write what the terms are."))
        return cleaned
