"""A request for a public document, and how the authority deals with requests."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .receipt import new_receipt


class Status(models.TextChoices):
    """How far the authority has come."""

    NEW = "new", _("New")
    IN_PROGRESS = "in_progress", _("In progress")
    ANSWERED = "answered", _("Answered")


class Delivery(models.TextChoices):
    """How somebody wants to read what they ask for."""

    EMAIL = "email", _("By e-mail")
    POST = "post", _("By post")
    ON_SITE = "on_site", _("Read on the spot")


class DocumentRequest(models.Model):
    """What somebody asks for, and no more about them than the answer needs (TF 2:18). Erased by rule: erasure.py."""

    receipt = models.CharField(_("receipt"), max_length=14, unique=True, default=new_receipt, editable=False)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.NEW)
    text = models.TextField(_("what is asked for"), blank=True)
    delivery = models.CharField(_("how to receive it"), max_length=8, choices=Delivery, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    address = models.TextField(_("postal address"), blank=True)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now, db_index=True, editable=False)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(_("erased at"), null=True, blank=True, editable=False)
    announced_at = models.DateTimeField(null=True, editable=False)
    announce_after = models.DateTimeField(default=timezone.now, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("request for a document")
        verbose_name_plural = _("requests for documents")
        ordering = ["-received_at", "-pk"]
        # Nobody adds, copies or deletes one: they come from the public, and go by rule.
        default_permissions = ("change",)

    def __str__(self) -> str:
        return self.receipt

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The day of the answer follows the status."""
        if self.status != Status.ANSWERED:
            self.answered_at = None
        elif self.answered_at is None:
            self.answered_at = timezone.now()
        super().save(*args, **kwargs)


@register_setting(icon="mail", order=110)
class RequestSettings(BaseGenericSetting):
    """Who is told of a request, and how long its text is kept."""

    registrar_email = models.EmailField(
        _("registrar's e-mail"),
        blank=True,
        help_text=_("Gets a message for each request: the receipt number and a link, never the text."),
    )
    erase_after_days = models.PositiveSmallIntegerField(
        _("days until a request is erased"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_(
            "Counted from the answer. Text and contact details are erased; number, dates and status stay."
            " What is not answered is erased after 365 days."
        ),
    )

    panels = [FieldPanel("registrar_email"), FieldPanel("erase_after_days")]

    class Meta:
        verbose_name = _("requests for documents")
        default_permissions = ("change",)
