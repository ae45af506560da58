"""Authorities that articles name as their sender, source or partner."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.publishing.collation import swedish_key

from .forms import AgencyForm
from .organisation_number import OrganisationNumberField

DESCRIPTION_FEATURES = ["bold", "italic", "ul", "link"]


class Agency(index.Indexed, ClusterableModel):
    """An authority. It has no draft: a saved change is public at once, wherever the agency is named.

    Several agencies may have the same successor; its predecessors are those.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    short_name = models.CharField(
        _("short name"),
        max_length=40,
        blank=True,
        help_text=_("What people say, for example “Polisen” or “EBM”."),
    )
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, help_text=_("The last part of the web address.")
    )
    english_name = models.CharField(
        _("English name"),
        max_length=120,
        blank=True,
        help_text=_("Without one, English pages show the Swedish name."),
    )
    description = RichTextField(_("description"), features=DESCRIPTION_FEATURES, blank=True)
    english_description = RichTextField(_("English description"), features=DESCRIPTION_FEATURES, blank=True)
    website = models.URLField(_("website"), blank=True)
    organisation_number = OrganisationNumberField(_("organisation number"), blank=True)
    logo = models.ForeignKey(
        "media.Picture",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ended_on = models.DateField(
        _("ended on"),
        null=True,
        blank=True,
        help_text=_("The agency's last day. Readers are told of it from the day after."),
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
        help_text=_("The agency that took over. Several agencies may have the same successor."),
    )
    sort_key = models.CharField(max_length=200, editable=False)

    base_form_class = AgencyForm

    search_fields = [
        index.SearchField("name"),
        index.SearchField("short_name"),
        index.SearchField("english_name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("short_name"),
    ]

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """ValidationError when the successor can't be: without an end, or when it leads back to the agency."""
        super().clean()
        if self.successor and not self.ended_on:
            raise ValidationError({"ended_on": _("Say when the agency ended, since it has a successor.")})
        after, seen = self.successor, {self.pk}
        while after is not None:
            if after.pk in seen:
                raise ValidationError({"successor": _("The successor leads back to the agency itself.")})
            seen.add(after.pk)
            after = after.successor

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the key that sorts it in Swedish and an address when none was given."""
        self.sort_key = swedish_key(self.name)
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **kwargs)


class FormerName(models.Model):
    """A name that an agency had. The dates put the names in order."""

    agency = ParentalKey(Agency, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    english_name = models.CharField(_("English name"), max_length=120, blank=True)
    until = models.DateField(_("used until"), help_text=_("The last day on which the agency had this name."))

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["until"]

    def __str__(self) -> str:
        return self.name
