"""The admin's form of a redirect, and of those that are imported: it refuses what leads nowhere or round."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.forms import RedirectForm as WagtailRedirectForm
from wagtail.contrib.redirects.models import Redirect

from .addresses import is_on_the_web
from .pages import path_of as path_of_page
from .redirects import leads_to, path_of


class RedirectForm(WagtailRedirectForm):
    """A redirect leads to one page, or to one address of the web, and never back to itself."""

    def clean(self) -> dict[str, Any]:
        """Every fault at its field."""
        super().clean()
        given: dict[str, Any] = self.cleaned_data
        page, link = given.get("redirect_page"), given.get("redirect_link")
        start = path_of(Redirect.normalise_path(given.get("old_path") or ""))
        if link and not is_on_the_web(link):
            self._refuse("redirect_link", _("Write an address that begins with https:// or http://."))
        elif page and link:
            self._refuse("redirect_link", _("Choose a page or write an address, not both."))
        elif not page and not link and "redirect_link" not in self.errors:
            self._refuse("redirect_page", _("Choose a page, or write an address below."))
        elif page and start == path_of_page(page.specific):
            self._refuse("redirect_page", _("This is the address that the page has. Choose another page."))
        elif link and start and (way := self._way_back(start, link)):
            message = _("The redirect would lead round in a circle: %(way)s. Write another address.")
            self._refuse("redirect_link", message % {"way": " → ".join(way)})
        return given

    def _way_back(self, start: str, link: str) -> list[str]:
        """The paths from `start` round to it again, by the redirects that there are; empty when none leads there."""
        others = Redirect.objects.exclude(pk=self.instance.pk).filter(redirect_page=None)
        led = {path_of(old): leads_to(to) for old, to in others.values_list("old_path", "redirect_link")}
        way, path = [start], leads_to(link)
        while path and path not in way:
            way.append(path)
            path = led.get(path)
        return [*way, start] if path == start else []

    def _refuse(self, field: str, message: str) -> None:
        self.add_error(field, ValidationError(message))
