"""What an editor calls a change to a page that the public already reads."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    """How much a change weighs. All but a minor one move the page's date and tell readers what changed."""

    MINOR = "minor", _("Small change (spelling, a broken link): the dates stand")
    UPDATE = "update", _("Update: the date moves, and readers see what is new")
    CORRECTION = "correction", _("Correction: something was wrong, and readers see what")
