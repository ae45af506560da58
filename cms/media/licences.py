"""How a picture may be used by others: a short list, with the words that the public reads."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """The terms. All but the first let others use the picture, so that it can be had in high resolution."""

    RESERVED = "reserved", _("All rights reserved")
    PRESS = "press", _("Free to use in news reporting, with credit")
    CC_BY = "cc-by-4.0", _("CC BY 4.0: free to use, with credit")
    CC0 = "cc0", _("CC0: free to use")
    OTHER = "other", _("Free to use on other terms")


REUSABLE: Final = frozenset(Licence.values) - {Licence.RESERVED}

ADDRESSES: Final = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.{locale}",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.{locale}",
}
