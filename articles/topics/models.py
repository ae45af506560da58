"""Topics: what the newsroom's stories are about. Each language has its own, tied to the others' as translations."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from cms.publishing.collation import swedish_key


class Topic(TranslatableMixin, index.Indexed, models.Model):
    """A subject with a page of its own. It has no draft: a saved change is public at once."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, help_text=_("The last part of the web address."))
    description = models.TextField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences at the top of the topic's page."),
    )
    sort_key = models.CharField(max_length=120, editable=False)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "name"],
                name="articles_topic_name",
                violation_error_message=_("There is a topic with this name already."),
            ),
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="articles_topic_slug",
                violation_error_message=_("Another topic has this address."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the key that sorts it in Swedish and an address when none was given."""
        self.sort_key = swedish_key(self.name)
        self.slug = self.slug or slugify(self.name)
        super().save(*args, **kwargs)


class TopicLink(Orderable):
    """A topic of a press release. Only a draft may lack the topic."""

    page = ParentalKey("articles.PressReleasePage", on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
