"""The languages of an authority's files: Swedish, English, the national minorities', and the most asked for."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """Language tags by BCP 47."""

    SWEDISH = "sv", _("Swedish")
    ENGLISH = "en", _("English")
    FINNISH = "fi", _("Finnish")
    MEANKIELI = "fit", _("Meänkieli")
    NORTHERN_SAMI = "se", _("Northern Sami")
    SOUTHERN_SAMI = "sma", _("Southern Sami")
    LULE_SAMI = "smj", _("Lule Sami")
    ROMANI = "rom", _("Romani")
    YIDDISH = "yi", _("Yiddish")
    ARABIC = "ar", _("Arabic")
    FRENCH = "fr", _("French")
    GERMAN = "de", _("German")
    PERSIAN = "fa", _("Persian")
    POLISH = "pl", _("Polish")
    SOMALI = "so", _("Somali")
    SPANISH = "es", _("Spanish")
    TIGRINYA = "ti", _("Tigrinya")
    UKRAINIAN = "uk", _("Ukrainian")
