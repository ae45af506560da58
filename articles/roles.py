"""What an agency has to do with a press release."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The part an agency plays."""

    SENDER = "sender", _("Sender")
    SOURCE = "source", _("Source")
    PARTNER = "partner", _("Partner")
    MENTIONED = "mentioned", _("Mentioned")
