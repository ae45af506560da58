"""Page types for press releases and information pages: their fields and where they may stand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from .accessibility.statement import AccessibilityStatementPage
from .admin import panels
from .admin.forms import InformationForm, PressReleaseForm
from .article import Article
from .blocks import BodyBlock, LegalReferences, PressReleaseBodyBlock
from .changes import ChangeKind
from .contacts import models as contacts  # noqa: F401 (Django looks for models here)
from .fees import models as fees  # noqa: F401 (and here)
from .press_index import PressIndexPage, PressPicture
from .request_page import RequestPage
from .roles import Role
from .topics import models as topics  # noqa: F401 (here too)

__all__ = [
    "AccessibilityStatementPage",
    "AgencyLink",
    "Article",
    "Change",
    "InformationPage",
    "Kind",
    "PressIndexPage",
    "PressPicture",
    "PressReleasePage",
    "RelatedPage",
    "RequestPage",
    "year_of",
]


class Kind(models.TextChoices):
    """The two sorts of press release."""

    PRESS_RELEASE = "press_release", _("Press release")
    NEWS = "news", _("News item")


class PressReleasePage(Article):
    """A press release or a news item."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PRESS_RELEASE)
    body = StreamField(PressReleaseBodyBlock(), verbose_name=_("body"), blank=True)
    picture = models.ForeignKey(
        "media.Picture",
        verbose_name=_("main picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown at the top of the page, in lists and when the page is shared."),
    )
    picture_caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_("What the main picture shows, and why it is here."),
    )
    source_agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name=_("source: an agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_name = models.CharField(_("source: somebody else"), max_length=120, blank=True)
    source_url = models.CharField(_("the source's web address"), max_length=400, blank=True)
    registry_number = models.CharField(
        _("registry number"),
        max_length=60,
        blank=True,
        help_text=_("The number of the case, when there is one to ask for."),
    )

    base_form_class = PressReleaseForm
    search_fields = [*Article.search_fields, index.SearchField("body")]
    content_panels = panels.PRESS_RELEASE
    parent_page_types = ["articles.PressIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def get_url_parts(self, request: Any = None) -> Any:
        """As Wagtail says, with the year of publication between the list's address and the page's own."""
        parts = super().get_url_parts(request)
        if parts is None or parts[2] is None:
            return parts
        above, _slash, slug = parts[2].rstrip("/").rpartition("/")
        return (*parts[:2], f"{above}/{year_of(self)}/{slug}/")


class AgencyLink(Orderable):
    """An agency's part in a press release. Only a draft may lack the agency."""

    page = ParentalKey(PressReleasePage, on_delete=models.CASCADE, related_name="agency_links")
    # Not PROTECT: a draft's revision may name an agency that is deleted since, and could then not be opened.
    agency = models.ForeignKey(
        "agencies.Agency",
        verbose_name=_("agency"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.SENDER)
    since = models.CharField(
        _("since"), max_length=10, blank=True, help_text=_("Optional: 2009, 2009-05 or 2009-05-01.")
    )
    until = models.CharField(_("until"), max_length=10, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")


class RelatedPage(Orderable):
    """A page that the editor puts beside a press release. Only a draft may lack the page."""

    release = ParentalKey(PressReleasePage, on_delete=models.CASCADE, related_name="related_pages")
    # Not PROTECT, for the reason that an agency's link is not.
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")


class InformationPage(Article):
    """A page of lasting information. Information pages nest."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    legal_references = StreamField(LegalReferences(), verbose_name=_("legal references"), blank=True)
    reviewed_on = models.DateField(
        _("reviewed on"),
        null=True,
        blank=True,
        help_text=_("When somebody last saw to it that all of it still holds. Readers see the date."),
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("After this day the page is listed under “To review” until it has a later one."),
    )

    base_form_class = InformationForm
    search_fields = [*Article.search_fields, index.SearchField("body")]
    content_panels = panels.INFORMATION
    parent_page_types = ["home.HomePage", "articles.InformationPage"]
    subpage_types = [
        "articles.InformationPage",
        "articles.AccessibilityStatementPage",
        "articles.RequestPage",
    ]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    @property
    def is_overdue(self) -> bool:
        """Whether the page is public and its day of review has passed; the admin's listings mark it."""
        return bool(self.live and self.review_by and self.review_by < timezone.localdate())


class AudienceLink(Orderable):
    """Readers that an information page is meant for. Only a draft may lack them."""

    page = ParentalKey(InformationPage, on_delete=models.CASCADE, related_name="audience_links")
    audience = models.ForeignKey(
        "home.Audience", verbose_name=_("audience"), null=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class Change(models.Model):
    """A change that went public. One for each revision, so that publishing the same one again adds nothing."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="changes")
    revision_id = models.BigIntegerField(unique=True)
    kind = models.CharField(max_length=10, choices=ChangeKind)
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]


def year_of(page: Page) -> int:
    """The year in local time of a page's first publication, or else of the planned one, or this year."""
    moment: datetime = page.first_published_at or page.go_live_at or timezone.now()
    return timezone.localtime(moment).year
