"""Notices: what stands above every page for a while."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TranslatableMixin

from articles.writing.web_address import web_address
from home.periods import Period


class NoticeKind(models.TextChoices):
    """How much a notice weighs."""

    EMERGENCY = "emergency", _("Emergency: in red, before all else")
    INFORMATION = "information", _("Information: closed for a day, a fault in the telephones")


class Notice(TranslatableMixin, Period):
    """It has no draft: what is saved is shown from its beginning to its end, on every page in its language."""

    kind = models.CharField(_("kind"), max_length=20, choices=NoticeKind, default=NoticeKind.INFORMATION)
    title = models.CharField(
        _("headline"), max_length=100, help_text=_("What has happened or is to come, in one line.")
    )
    text = models.TextField(
        _("text"), max_length=400, help_text=_("What readers need to know or do. Two or three sentences.")
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("link to a page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    url = models.CharField(_("or to a web address"), max_length=400, blank=True)
    link_text = models.CharField(
        _("link text"), max_length=120, blank=True, help_text=_("A page's own title, when left empty.")
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-start", "-pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Every fault at its field."""
        super().clean()
        faults: dict[str, str] = {}
        for field, message in (*self.period_faults(), *self._end_faults(), *self._link_faults()):
            faults.setdefault(field, message)
        if faults:
            raise ValidationError(faults)

    def _end_faults(self) -> Iterator[tuple[str, str]]:
        """Nobody knows when an emergency ends; anything else would be forgotten."""
        if self.kind == NoticeKind.INFORMATION and not self.end:
            yield "end", gettext("Say when it ends. Only an emergency may be without an end.")

    def _link_faults(self) -> Iterator[tuple[str, str]]:
        try:
            self.url = web_address(self.url)
        except ValidationError as error:
            yield "url", error.messages[0]
        if self.page_id and self.url:
            yield "url", gettext("Choose a page or write a web address, one of the two.")
        if self.url and not self.link_text.strip():
            yield "link_text", gettext("Write what the link leads to.")
