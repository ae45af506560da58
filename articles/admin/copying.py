"""Copying pages: what it may make, and the addresses that a copy or a moved page may not take."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm

from .forms import reserved_below


class CopyAsDraftForm(CopyForm):
    """A copy is a draft, so that it goes public through its own form; an alias shows what is public already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)

    def clean(self) -> dict[str, Any]:
        """The fields, with a fault where the address is the site's own."""
        cleaned: dict[str, Any] = super().clean()
        above = cleaned.get("new_parent_page") or self.page.get_parent()
        if cleaned.get("new_slug") in reserved_below(above):
            self.add_error("new_slug", _("This address is the site's own. Choose another."))
        return cleaned
