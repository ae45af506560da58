"""What all pages that an editor writes as a text have in common."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from .admin import panels
from .admin.forms import ArticleForm, reserved_below
from .changes import ChangeKind


class Article(Page):
    """A page of which readers are told what changed. The two fields on the change are empty but in a draft."""

    lead = models.TextField(_("lead"), help_text=_("Two or three sentences that can stand alone."))
    responsible_unit = models.CharField(
        _("responsible unit"),
        max_length=120,
        blank=True,
        help_text=_("The unit that answers for the page. Readers see it at the end of the page."),
    )
    change_kind = models.CharField(_("kind of change"), max_length=10, choices=ChangeKind, blank=True)
    change_note = models.CharField(
        _("what has changed"), max_length=200, blank=True, help_text=_("One sentence, shown to readers.")
    )

    base_form_class = ArticleForm
    promote_panels = [panels.ADDRESS]
    preview_modes: list[tuple[str, str]] = []
    search_fields = [*Page.search_fields, index.SearchField("lead")]

    class Meta:
        abstract = True

    def can_move_to(self, parent: Page) -> bool:
        """Not to where the visitor site answers the page's address itself."""
        return bool(super().can_move_to(parent)) and self.slug not in reserved_below(parent)


def is_first_in_language(model: type[Page], parent: Page) -> bool:
    """Whether there is no page of the type yet in the language of `parent`."""
    return not model.objects.filter(locale_id=parent.locale_id).exists()
