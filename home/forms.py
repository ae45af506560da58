"""The rules that bite when the home page is published."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from articles.rows import row_faults


class HomeForm(WagtailAdminPageForm):
    """The home page shows promos of its own language, none of them twice."""

    def clean(self) -> dict[str, Any]:
        """The fields, with what is wrong in the rows."""
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            for field, message in row_faults(self, "promo_links", "promo", self.instance.locale):
                self.add_error(field, message)
        return cleaned
