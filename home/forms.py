"""The rules that bite when the home page is published."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from articles.writing.body import tell
from articles.writing.chosen_things import language_faults
from articles.writing.rows import row_faults


class HomeForm(WagtailAdminPageForm):
    """The home page shows what is of its own language, and no promo twice."""

    def clean(self) -> dict[str, Any]:
        """The fields, with what is wrong in the rows."""
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            tell(self, cleaned.get("body"), language_faults(cleaned.get("body"), self.instance.locale))
            for field, message in row_faults(self, "promo_links", "promo", self.instance.locale):
                self.add_error(field, message)
        return cleaned
