"""Contacts: whom journalists can call, each language with its own row, from a day and to a day."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from cms.publishing.collation import swedish_key

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ()-]{3,}$", _("Write a phone number with digits, spaces and hyphens: 08-465 004 10.")
)


class Contact(TranslatableMixin, index.Indexed, models.Model):
    """A person or a desk. It has no draft: a saved change is public at once, on the days that it is valid."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("A person, or a desk such as “Press office”.")
    )
    role = models.CharField(_("title"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True, validators=[PHONE])
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(
        _("hours"), max_length=200, blank=True, help_text=_("When somebody answers, in one line.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("The last day. After it the contact is shown nowhere, not on older pages either."),
    )
    sort_key = models.CharField(max_length=200, editable=False)

    search_fields = [
        index.SearchField("name"),
        index.SearchField("role"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the key that sorts it in Swedish."""
        self.sort_key = swedish_key(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """A contact can be reached, and its days come in order."""
        super().clean()
        if not self.phone and not self.email:
            raise ValidationError({"phone": _("Give a phone number or an e-mail address.")})
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The last day comes before the first.")})


class ContactLink(Orderable):
    """A contact of a press release. Only a draft may lack the contact."""

    page = ParentalKey("articles.PressReleasePage", on_delete=models.CASCADE, related_name="contact_links")
    contact = models.ForeignKey(
        Contact, verbose_name=_("press contact"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
