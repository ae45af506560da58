"""The rules that bite when an article is published; a draft is saved as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page

from articles.changes import ChangeKind
from articles.roles import Role
from articles.writing.body import tell
from articles.writing.chosen_things import language_faults
from articles.writing.period import period_fault
from articles.writing.picture_rules import picture_faults
from articles.writing.rows import row_faults
from articles.writing.web_address import web_address

LEAD_LIMIT: Final = 600
"""Characters: a lead that is longer is a text."""

RESERVED: Final = {
    "sv": {"en", "api", "media", "static", "health", "myndigheter", "amnen", "du-ar"},
    "en": {"agencies", "topics", "you-are"},
}
"""Addresses right below a home page that the visitor site answers itself, so that no page there would be seen."""

HOME_DEPTH: Final = 2
"""Levels down to a home page in the page tree, the root being the first."""

Fault = tuple[str | None, str]


def reserved_below(above: Page | None) -> set[str]:
    """The addresses that the visitor site answers itself right below this page."""
    return RESERVED[above.locale.language_code] if above is not None and above.depth == HOME_DEPTH else set()


class ArticleForm(WagtailAdminPageForm):
    """Asks what a change to a page that the public reads amounts to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["change_kind"].choices = ChangeKind.choices
        self.fields["slug"].required = False
        self.is_change = bool(self.instance.pk and self.instance.live)

    def clean_slug(self) -> str:
        """The address that was given, or else one made of the title: å and ä become a, ö becomes o."""
        return str(self.cleaned_data["slug"]) or slugify(self.cleaned_data.get("title", ""))

    def clean(self) -> dict[str, Any]:
        """The fields, with each fault at its own; a page that isn't live has no change to tell of."""
        cleaned: dict[str, Any] = super().clean()
        if not self.is_change:
            cleaned |= {"change_kind": "", "change_note": ""}
        if not self.is_deferred_validation:
            for field, message in self.faults(cleaned):
                self.add_error(field, message)
        return cleaned

    def faults(self, cleaned: dict[str, Any]) -> Iterator[Fault]:
        """What stops the page from being published, by field."""
        if len(cleaned.get("lead") or "") > LEAD_LIMIT:
            yield (
                "lead",
                _("The lead has more than %(limit)d characters. Move some of it to the body.")
                % {"limit": LEAD_LIMIT},
            )
        if cleaned.get("slug") in reserved_below(self.parent_page):
            yield "slug", _("This address is the site's own. Choose another.")
        body, locale = cleaned.get("body"), self.instance.locale
        tell(self, body, language_faults(body, locale))
        if self.is_change and not cleaned.get("change_kind"):
            yield "change_kind", _("The page is public. Say what your change is.")
        told_of = cleaned.get("change_kind") in (ChangeKind.UPDATE, ChangeKind.CORRECTION)
        if told_of and not cleaned.get("change_note", "").strip():
            yield "change_note", _("Tell readers in one sentence what has changed.")


class PressReleaseForm(ArticleForm):
    """A press release also has agencies, a picture and a source."""

    def faults(self, cleaned: dict[str, Any]) -> Iterator[Fault]:
        """As for any article, and what a press release needs."""
        yield from super().faults(cleaned)
        yield from picture_faults(cleaned.get("picture"), self.instance.locale.language_code)
        yield from _source_faults(cleaned)
        yield from self._related_faults()
        links = self._kept("agency_links")
        yield from self._agency_faults(links)
        yield from row_faults(self, "topic_links", "topic", self.instance.locale)
        yield from row_faults(self, "contact_links", "contact", self.instance.locale)
        self._check_agency_lists(cleaned.get("body"), {link.get("role", "") for link in links})

    def _kept(self, name: str) -> list[dict[str, Any]]:
        """The rows of an inline panel that are not on their way out."""
        formset = self.formsets[name]
        formset.is_valid()
        rows = [getattr(form, "cleaned_data", {}) for form in formset.forms]
        return [row for row in rows if row and not row.get("DELETE")]

    def _related_faults(self) -> Iterator[Fault]:
        pages = [page.pk for row in self._kept("related_pages") if (page := row.get("page"))]
        message = ""
        if self.instance.pk in pages:
            message = _("A page can't be related to itself.")
        elif len(set(pages)) < len(pages):
            message = _("The same related page stands twice.")
        if message:
            self.formsets["related_pages"].non_form_errors().append(message)
            yield None, message

    def _agency_faults(self, links: list[dict[str, Any]]) -> Iterator[Fault]:
        agencies = [(link.get("agency"), link.get("role", "")) for link in links]
        messages = []
        if Role.SENDER not in {role for _agency, role in agencies}:
            messages.append(_("Choose the agency that sends this: it needs at least one sender."))
        elif len(set(agencies)) < len(agencies):
            messages.append(_("The same agency stands twice in the same role."))
        messages += filter(
            None, (period_fault(link.get("since", ""), link.get("until", "")) for link in links)
        )
        for message in messages:
            self.formsets["agency_links"].non_form_errors().append(message)
            yield None, message

    def _check_agency_lists(self, body: Any, roles: set[str]) -> None:
        """A block that lists agencies must have some to list."""
        message = _("No agency of the page has this role. Add it under “Agencies”, or choose another role.")
        faults = {
            place: StructBlockValidationError({"role": ValidationError(message)})
            for place, block in enumerate(body or ())
            if block.block_type == "agency_list"
            and not (roles & {block.value["role"]} if block.value["role"] else roles)
        }
        tell(self, body, faults)


class InformationForm(ArticleForm):
    """An information page also has audiences and two dates of review."""

    def faults(self, cleaned: dict[str, Any]) -> Iterator[Fault]:
        """As for any article, and dates that can't be."""
        yield from super().faults(cleaned)
        yield from row_faults(self, "audience_links", "audience", self.instance.locale)
        done, due = cleaned.get("reviewed_on"), cleaned.get("review_by")
        if done and done > timezone.localdate():
            yield "reviewed_on", _("A review can't be in the future.")
        if done and due and due <= done:
            yield "review_by", _("The next review comes after the last one.")


def _source_faults(cleaned: dict[str, Any]) -> Iterator[Fault]:
    name = cleaned.get("source_name", "").strip()
    if cleaned.get("source_agency") and name:
        yield "source_name", _("Choose an agency or write a name, not both.")
    if cleaned.get("source_url", "").strip() and not name:
        yield "source_name", _("Write the name that the address belongs to.")
    try:
        cleaned["source_url"] = web_address(cleaned.get("source_url", ""))
    except ValidationError as error:
        yield "source_url", error.messages[0]
