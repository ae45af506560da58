"""Audiences: who a reader may be, and the ways that the newsroom shows her. Each language has its own."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.search import index

from articles.blocks.links import DescribedLinkBlock


class Audience(TranslatableMixin, index.Indexed, models.Model):
    """Readers with a page of their own. It has no draft: a saved change is public at once."""

    name = models.CharField(
        _("name"), max_length=60, help_text=_("Who the reader is, for example “Journalist”.")
    )
    slug = models.SlugField(_("address"), max_length=60, help_text=_("The last part of the web address."))
    intro = models.TextField(
        _("lead"), max_length=300, help_text=_("One or two sentences that say what such a reader finds here.")
    )
    paths = StreamField(
        [("path", DescribedLinkBlock(label=_("Way")))],
        verbose_name=_("ways"),
        max_num=10,
        help_text=_(
            "What such readers most often look for, in that order. A page that isn't public is left out."
        ),
    )
    sort_order = models.IntegerField(default=0, editable=False)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "name"],
                name="home_audience_name",
                violation_error_message=_("There is an audience with this name already."),
            ),
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="home_audience_slug",
                violation_error_message=_("Another audience has this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with an address when none was given."""
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **kwargs)
