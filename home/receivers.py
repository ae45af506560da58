"""What of the site as a whole must be published anew."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Locale, PageViewRestriction
from wagtail.signals import page_published

from cms.publishing.marks import mark
from cms.publishing.models import Kind

from .models import HomePage
from .navigation.models import Navigation
from .promos.models import Promo
from .site_settings import SiteSettings


@receiver(post_save, sender=Promo)
def mark_audience(instance: Promo, **kwargs: Any) -> None:
    """The audience whose page it is to be shown on: one that it leaves names it already."""
    if instance.audience_id:
        mark(f"audience:{instance.audience_id}", Kind.MINOR)


@receiver(post_save, sender=SiteSettings)
@receiver(post_save, sender=Navigation)
@receiver(page_published, sender=HomePage)
@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def mark_site(**kwargs: Any) -> None:
    """The site's document in every language: each holds the settings and a menu, and names the home pages of all.

    A language that isn't public yet names nothing, and so isn't told when its home page is opened for all.
    """
    for code in Locale.objects.values_list("language_code", flat=True):
        mark(f"site:{code}", Kind.MINOR)
