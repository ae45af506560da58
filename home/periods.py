"""What begins and ends by the clock: its two moments, how it stands now, and the admin's filter for that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db import models
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column

EARLIEST: Final = 1900
"""The first year: the database gives no moment of the year 1 back, and a list that holds one fails whole."""

PERIOD: Final = FieldRowPanel([FieldPanel("start"), FieldPanel("end")], heading=_("When"))


class Standing(models.TextChoices):
    """How something with a period stands at this moment."""

    NOW = "now", _("Shown now")
    COMING = "coming", _("Coming")
    OVER = "over", _("Over")


class Period(models.Model):
    """Shown from `start`, and at `end` no longer. Without an end it is shown until somebody ends it."""

    start = models.DateTimeField(_("begins"), default=timezone.now)
    end = models.DateTimeField(_("ends"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def standing(self) -> Standing:
        """As of now."""
        now = timezone.now()
        if now < self.start:
            return Standing.COMING
        return Standing.OVER if self.end and self.end <= now else Standing.NOW

    def period_faults(self) -> Iterator[tuple[str, str]]:
        """A year that is a slip of the pen, and an end that comes before the beginning."""
        for name, moment in (("start", self.start), ("end", self.end)):
            if moment and moment.year < EARLIEST:
                yield name, gettext("Write the year with four digits, for example 2026.")
        if self.start and self.end and self.end <= self.start:
            yield "end", gettext("It must end after it begins.")


STANDING_COLUMN: Final = Column("standing", label=_("State"), accessor=lambda thing: thing.standing.label)


class PeriodFilters(WagtailFilterSet):
    """Narrows a list to what is shown now, is coming or is over."""

    standing = ChoiceFilter(label=_("State"), choices=Standing.choices, method="narrow")

    def narrow(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """By the database's clock, as for readers."""
        over = Q(end__lte=Now())
        match value:
            case Standing.COMING:
                return queryset.filter(start__gt=Now())
            case Standing.OVER:
                return queryset.filter(over, start__lte=Now())
        return queryset.filter(start__lte=Now()).exclude(over)
