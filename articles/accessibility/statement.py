"""The accessibility statement that the law asks of every public service (2018:1937)."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from articles.admin import panels
from articles.article import Article, is_first_in_language

from .compliance import Compliance
from .form import AccessibilityForm
from .shortcomings import Shortcomings

DIGG: Final = "https://www.digg.se/tdosanmalan"
"""Where the supervisory authority takes complaints."""


class AccessibilityStatementPage(Article):
    """Every part that the law asks for is a field that publishing asks for; only a draft may lack one."""

    service = models.CharField(
        _("the service"), max_length=200, help_text=_("What the statement covers: www.example.se.")
    )
    compliance = models.CharField(_("compliance"), max_length=10, choices=Compliance)
    shortcomings = StreamField(Shortcomings(), verbose_name=_("shortcomings"), blank=True)
    alternatives = models.TextField(
        _("alternatives"),
        help_text=_("How somebody who can't use a part of the service gets help, and how soon."),
    )
    report_email = models.EmailField(_("e-mail for reports"), blank=True)
    report_phone = models.CharField(_("phone for reports"), max_length=40, blank=True)
    complaint_url = models.CharField(_("Digg's complaint form"), max_length=400, default=DIGG)
    method = models.TextField(
        _("method"),
        help_text=_("How the service was tested, and by whom: by yourselves or by somebody else."),
    )
    assessed_on = models.DateField(_("assessed on"), null=True)
    revised_on = models.DateField(_("statement updated on"), null=True)

    base_form_class = AccessibilityForm
    content_panels = panels.ACCESSIBILITY_STATEMENT
    promote_panels = [panels.ADDRESS]
    parent_page_types = ["home.HomePage", "articles.InformationPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """One in each language: the footer of every page leads to it."""
        return bool(super().can_create_at(parent)) and is_first_in_language(cls, parent)
