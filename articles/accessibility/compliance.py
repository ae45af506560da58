"""How much of the act on accessibility to digital public services a service meets."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Compliance(models.TextChoices):
    """The three answers that a statement can give (2018/1523, the Commission's model statement)."""

    FULLY = "fully", _("Fully compliant")
    PARTLY = "partly", _("Partly compliant")
    NOT = "not", _("Not compliant")
