"""Web addresses as editors write them: "www.can.se" will do, and a draft may hold anything."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

_valid = URLValidator(schemes=["http", "https"])


def web_address(text: str) -> str:
    """The full address, https:// where no scheme was given; ValidationError when it can't be one."""
    address = text.strip()
    if address and "://" not in address:
        address = f"https://{address}"
    try:
        if address:
            _valid(address)
    except ValidationError:
        raise ValidationError(_("Write a web address, for example https://www.can.se/.")) from None
    return address


class WebAddressBlock(CharBlock):
    """A web address that is checked at publishing."""

    def clean(self, value: str) -> str:
        """The full address, or a draft's text as it is."""
        text = super().clean(value)
        return text if self.is_deferred_validation else web_address(text)
