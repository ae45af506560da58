"""The form of an agency: what its rows must be together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class AgencyForm(WagtailAdminModelForm):
    """An agency had one name at a time."""

    def clean(self) -> dict[str, Any]:
        """The fields, with a fault when two former names end on the same day."""
        cleaned: dict[str, Any] = super().clean()
        formset = self.formsets["former_names"]
        formset.is_valid()
        rows = [getattr(form, "cleaned_data", {}) for form in formset.forms]
        days = [row["until"] for row in rows if row.get("until") and not row.get("DELETE")]
        if len(set(days)) < len(days):
            message = _("Two former names were used until the same day.")
            formset.non_form_errors().append(message)
            self.add_error(None, message)
        return cleaned
