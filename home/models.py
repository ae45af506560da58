"""The home page, one for each language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultipleChooserPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Locale, Orderable, Page

from articles.admin.panels import ADDRESS
from articles.blocks import BodyBlock

from .audiences.models import Audience
from .forms import HomeForm
from .navigation.models import Navigation
from .notices.models import Notice
from .promos.models import Promo
from .site_settings import SiteSettings

__all__ = ["Audience", "Highlight", "HomePage", "Navigation", "Notice", "Promo", "PromoLink", "SiteSettings"]


class HomePage(Page):
    """The first page of the site in one language, with the pages that the newsroom puts forward."""

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One sentence that says what the authority does.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        InlinePanel(
            "highlights",
            panels=[PageChooserPanel("page", ["articles.PressReleasePage", "articles.InformationPage"])],
            heading=_("Highlights"),
            label=_("highlight"),
            max_num=6,
            help_text=_("The pages that the first page puts forward, the most important first."),
        ),
        FieldPanel("body"),
        MultipleChooserPanel(
            "promo_links",
            chooser_field_name="promo",
            heading=_("Promos"),
            label=_("promo"),
            max_num=3,
            help_text=_("Other sites that the first page puts forward, each as long as it lasts."),
        ),
    ]
    base_form_class = HomeForm
    promote_panels = [ADDRESS]
    preview_modes: list[tuple[str, str]] = []
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "articles.PressIndexPage",
        "articles.InformationPage",
        "articles.AccessibilityStatementPage",
        "articles.RequestPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """One home page for each language, and no more."""
        return bool(super().can_create_at(parent)) and cls.objects.count() < Locale.objects.count()


class Highlight(Orderable):
    """A page put forward on the home page. Only a draft may lack the page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="highlights")
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("highlight")
        verbose_name_plural = _("highlights")


class PromoLink(Orderable):
    """A promo on the home page. Only a draft may lack it."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="promo_links")
    promo = models.ForeignKey(
        Promo, verbose_name=_("promo"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("promo")
        verbose_name_plural = _("promos")
