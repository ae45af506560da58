"""The rules that bite when an accessibility statement is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.forms import ArticleForm, Fault
from articles.writing.web_address import web_address

from .compliance import Compliance


class AccessibilityForm(ArticleForm):
    """What the statement says must fit together."""

    def faults(self, cleaned: dict[str, Any]) -> Iterator[Fault]:
        """As for any article, and what contradicts itself."""
        yield from super().faults(cleaned)
        yield from _compliance_faults(cleaned)
        yield from _date_faults(cleaned)
        if not (cleaned.get("report_email") or cleaned.get("report_phone")):
            yield (
                "report_email",
                _("Give an e-mail address or a phone number where shortcomings are reported."),
            )
        try:
            cleaned["complaint_url"] = web_address(cleaned.get("complaint_url") or "")
        except ValidationError as error:
            yield "complaint_url", error.messages[0]


def _compliance_faults(cleaned: dict[str, Any]) -> Iterator[Fault]:
    compliance, shortcomings = cleaned.get("compliance"), cleaned.get("shortcomings")
    if shortcomings is None:  # it has faults of its own
        return
    if compliance == Compliance.FULLY and len(shortcomings):
        yield "compliance", _("What is fully compliant has no shortcomings. Choose another, or remove them.")
    if compliance in (Compliance.PARTLY, Compliance.NOT) and not len(shortcomings):
        yield "shortcomings", _("Say what isn't accessible, and why: at least one shortcoming.")


def _date_faults(cleaned: dict[str, Any]) -> Iterator[Fault]:
    assessed, revised = cleaned.get("assessed_on"), cleaned.get("revised_on")
    for name, day in (("assessed_on", assessed), ("revised_on", revised)):
        if day and day > timezone.localdate():
            yield name, _("The day has not come yet.")
    if assessed and revised and revised < assessed:
        yield "revised_on", _("The statement is older than the assessment that it tells of.")
