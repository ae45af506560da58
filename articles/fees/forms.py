"""The rules of a fee schedule across its lines."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class FeeScheduleForm(WagtailAdminModelForm):
    """No two lines may begin on the same day, nor two of the same other form."""

    def clean(self) -> dict[str, Any]:
        """The fields, with a fault at each row that another has taken the day of."""
        cleaned: dict[str, Any] = super().clean()
        self._days_once("lines", ("valid_from",), "valid_from")
        self._days_once("other_fees", ("form", "valid_from"), "valid_from")
        return cleaned

    def _days_once(self, relation: str, names: tuple[str, ...], at: str) -> None:
        seen: set[tuple[Any, ...]] = set()
        formset = self.formsets[relation]
        for row in formset.forms if formset.is_valid() else ():
            key = tuple(row.cleaned_data.get(name) for name in names)
            if row.cleaned_data.get("DELETE") or None in key:
                continue
            if key in seen:
                row.add_error(at, _("Another line begins on this day."))
                self.add_error(None, _("Two lines begin on the same day."))
            seen.add(key)
