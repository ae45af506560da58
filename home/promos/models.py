"""Promos: other sites that the newsroom puts forward for a while."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index

from articles.writing.web_address import web_address
from home.periods import Period


class Promo(TranslatableMixin, Period, index.Indexed):
    """Another site in a few words. It has no draft: it is shown from beginning to end, wherever it is chosen."""

    title = models.CharField(_("headline"), max_length=80)
    text = models.TextField(
        _("text"), max_length=200, help_text=_("One or two sentences about what readers find there.")
    )
    url = models.CharField(_("web address"), max_length=400, help_text=_("A page on another site."))
    picture = models.ForeignKey(
        "media.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Optional, and decorative: the words must do without it."),
    )
    audience = models.ForeignKey(
        "home.Audience",
        verbose_name=_("audience"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="promos",
        help_text=_("Whose page it is shown on. Home pages and texts choose theirs themselves."),
    )

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("promo")
        verbose_name_plural = _("promos")
        ordering = ["-start", "-pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Every fault at its field."""
        super().clean()
        faults = dict([*self.period_faults(), *self._address_faults(), *self._audience_faults()])
        if faults:
            raise ValidationError(faults)

    def _address_faults(self) -> Iterator[tuple[str, str]]:
        try:
            self.url = web_address(self.url)
        except ValidationError as error:
            yield "url", error.messages[0]

    def _audience_faults(self) -> Iterator[tuple[str, str]]:
        if self.audience and self.locale_id and self.audience.locale_id != self.locale_id:
            yield "audience", gettext("The audience is in another language. Choose its translation.")
