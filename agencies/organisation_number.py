"""Swedish organisation numbers: ten digits, the last of which checks the others, written NNNNNN-NNNN."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

_WRITTEN = re.compile(r"([0-9]{6})-?([0-9]{4})")


def printed(text: str) -> str:
    """The number as it is printed, 202100-4979; ValidationError when it isn't one."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValidationError(_("Write an organisation number as NNNNNN-NNNN."))
    if not _checks("".join(match.groups())):
        raise ValidationError(_("The check digit doesn't match. Has a digit been mistyped?"))
    return "-".join(match.groups())


def _checks(digits: str) -> bool:
    """The Luhn rule (SS-ISO/IEC 7812-1): each other digit doubled, the sum of all digits ends in 0."""
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


class OrganisationNumberField(models.CharField):
    """Text that is an organisation number, kept as it is printed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 11)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """The printed form, or ValidationError."""
        text = super().clean(value, model_instance)
        return printed(text) if text else text
