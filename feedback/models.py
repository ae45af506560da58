"""What readers answer when a page asks whether it helped them."""

from __future__ import annotations

from django.contrib.admin import display
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Page


class Answer(models.TextChoices):
    """Whether the page helped."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


class Feedback(models.Model):
    """One reader's answer about a page, in the page's language, and nothing about the reader: not even the hour.

    It goes with the page, and otherwise by rule: erasure.py.
    """

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(_("did it help?"), max_length=3, choices=Answer)
    text = models.TextField(_("what was missing"), blank=True)
    day = models.DateField(_("day"), default=timezone.localdate, db_index=True)

    # The page's usage tells which texts would be broken without it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader's answer")
        verbose_name_plural = _("readers' answers")
        ordering = ["-day", "-pk"]
        # Nobody adds, changes or copies one: they come from the public.
        default_permissions = ("view", "delete")

    def __str__(self) -> str:
        """Without the text, since this stays in the log of what was deleted."""
        return f"{self.get_answer_display()}, {date_format(self.day, 'SHORT_DATE_FORMAT')}"

    @property
    @display(description=_("Language"))
    def language(self) -> str:
        """The page's language by name."""
        return str(self.page.locale)


@register_setting(icon="help", order=120)
class FeedbackSettings(BaseGenericSetting):
    """How long readers' own words are kept."""

    erase_after_days = models.PositiveSmallIntegerField(
        _("days until what readers wrote is erased"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(730)],
        help_text=_(
            "Counted from the answer. Yes and no are kept for two years, so that pages can be compared."
        ),
    )

    panels = [FieldPanel("erase_after_days")]

    class Meta:
        verbose_name = _("readers' answers")
        default_permissions = ("change",)
