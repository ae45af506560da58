"""The press list, and the pictures that journalists may download from it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page

from .admin import panels
from .admin.press_index_form import PressIndexForm


class PressIndexPage(Page):
    """The list of press releases, one for each language."""

    lead = models.TextField(_("lead"), blank=True, help_text=_("A sentence or two at the top of the list."))

    base_form_class = PressIndexForm
    content_panels = panels.PRESS_INDEX
    promote_panels = [panels.ADDRESS]
    preview_modes: list[tuple[str, str]] = []
    parent_page_types = ["home.HomePage"]
    subpage_types = ["articles.PressReleasePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("press list")
        verbose_name_plural = _("press lists")


class PressPicture(Orderable):
    """A picture for others to publish. Only a draft may lack it."""

    index = ParentalKey(PressIndexPage, on_delete=models.CASCADE, related_name="pictures")
    # Not PROTECT: a draft's revision may name a picture that is deleted since, and could then not be opened.
    picture = models.ForeignKey(
        "media.Picture", verbose_name=_("picture"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_("Who or what it shows, in words that can be printed beneath it."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("press picture")
        verbose_name_plural = _("press pictures")
