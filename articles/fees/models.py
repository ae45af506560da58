"""Fee schedules: what copies cost, by law and from when. One row for all languages, so that the sums can't differ."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from articles.writing.citation import number_faults
from articles.writing.web_address import web_address

from .forms import FeeScheduleForm


class FeeSchedule(index.Indexed, ClusterableModel):
    """A named schedule with its lines. It has no draft: a saved change is public at once."""

    name = models.CharField(
        _("name"), max_length=120, unique=True, help_text=_("For example “Copies of public documents”.")
    )
    english_name = models.CharField(_("English name"), max_length=120, blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    base_form_class = FeeScheduleForm

    class Meta:
        verbose_name = _("fee schedule")
        verbose_name_plural = _("fee schedules")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class FeeLine(models.Model):
    """What an order costs from a day on, until the next line's day. Amounts are in whole kronor."""

    schedule = ParentalKey(FeeSchedule, on_delete=models.CASCADE, related_name="lines")
    valid_from = models.DateField(_("valid from"))
    free_below = models.PositiveIntegerField(_("free below, pages"), validators=[MinValueValidator(1)])
    first_fee = models.PositiveIntegerField(_("first fee, kronor"))
    further_page_fee = models.PositiveIntegerField(_("each further page, kronor"))
    postage_may_be_added = models.BooleanField(_("postage may be added"), default=True)
    exemptions = models.TextField(
        _("who doesn't pay"), max_length=400, blank=True, help_text=_("In one or two sentences.")
    )
    english_exemptions = models.TextField(_("who doesn't pay, in English"), max_length=400, blank=True)
    statute = models.CharField(_("statute"), max_length=160)
    sfs = models.CharField(_("SFS number"), max_length=20, blank=True)
    chapter = models.CharField(_("chapter"), max_length=6, blank=True)
    section = models.CharField(_("section"), max_length=40, blank=True)
    url = models.CharField(_("web address of the statute"), max_length=400, blank=True)
    reviewed_on = models.DateField(
        _("reviewed on"), help_text=_("When somebody last compared the line with the law.")
    )

    class Meta:
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["schedule", "valid_from"], name="articles_fee_line_day")
        ]

    def clean(self) -> None:
        """Numbers that a statute can have, and an address on the web."""
        super().clean()
        faults = dict(number_faults(self.sfs, self.chapter, self.section))
        try:
            self.url = web_address(self.url)
        except ValidationError as error:
            faults["url"] = error.messages[0]
        if faults:
            raise ValidationError(faults)


class OtherFee(Orderable):
    """What copies of another form cost from a day on, in words: nothing is calculated from it."""

    schedule = ParentalKey(FeeSchedule, on_delete=models.CASCADE, related_name="other_fees")
    form = models.CharField(_("form"), max_length=120)
    english_form = models.CharField(_("form, in English"), max_length=120, blank=True)
    amount = models.CharField(_("what it costs"), max_length=200)
    english_amount = models.CharField(_("what it costs, in English"), max_length=200, blank=True)
    valid_from = models.DateField(
        _("valid from"), help_text=_("A later line with the same form takes over from its day.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("other fee")
        verbose_name_plural = _("other fees")
