"""Writes a page's text into it, and publishes it as of a day in the past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone
from wagtail.models import Page, Revision

from articles.contacts.models import ContactLink
from articles.models import (
    AccessibilityStatementPage,
    AgencyLink,
    Article,
    AudienceLink,
    Change,
    InformationPage,
    PressReleasePage,
    RelatedPage,
)
from articles.topics.models import TopicLink
from cms.publishing.models import Farewell

from .audiences import audience_ids
from .body import Names, stored
from .content import PageText, Values

MORNING: Final = 8
"""The hour, in local time, at which scheduled pages are published."""


def write(page: Article, text: PageText, values: Values, names: Names, agencies: Mapping[str, int]) -> None:
    """Fill the page with one edition of its text. `agencies` are ids by the slug that the texts use."""
    page.title, page.lead = values["title"], values["lead"]
    if isinstance(page, AccessibilityStatementPage):
        _write_statement(page, values)
        return
    page.body = stored(values["body"], names, f"{text.locale}/{text.key}")
    page.responsible_unit = values.get("responsible_unit", "")
    if isinstance(page, InformationPage):
        page.reviewed_on, page.review_by = values.get("reviewed_on"), values.get("review_by")
        page.legal_references = [
            {"type": "legal_reference", "value": law} for law in values.get("legal_references", ())
        ]
        page.audience_links = [
            AudienceLink(audience_id=pk, sort_order=place)
            for place, pk in enumerate(audience_ids(values.get("audiences", ()), text.locale))
        ]
    if not isinstance(page, PressReleasePage):
        return
    page.kind = values["kind"]
    page.registry_number = values.get("registry_number", "")
    page.related_pages = [
        RelatedPage(page_id=names.page(key), sort_order=place)
        for place, key in enumerate(values.get("related", ()))
    ]
    page.picture_id = names.picture(values["picture"]) if "picture" in values else None
    page.picture_caption = values.get("picture_caption", "")
    page.agency_links = [
        AgencyLink(
            agency_id=agencies[link["agency"]],
            role=link["role"],
            since=link.get("since", ""),
            sort_order=place,
        )
        for place, link in enumerate(values["agencies"])
    ]
    page.topic_links = [
        TopicLink(topic_id=names.snippet("topics", key), sort_order=place)
        for place, key in enumerate(values.get("topics", ()))
    ]
    page.contact_links = [
        ContactLink(contact_id=names.snippet("contacts", key), sort_order=place)
        for place, key in enumerate(values.get("contacts", ()))
    ]
    _write_source(page, values.get("source"), agencies)


def _write_statement(page: AccessibilityStatementPage, values: Values) -> None:
    """The parts of an accessibility statement, named in the text as they are in the model."""
    for name, value in values["statement"].items():
        setattr(page, name, value)
    page.shortcomings = [{"type": "shortcoming", "value": each} for each in values["shortcomings"]]


def _write_source(page: PressReleasePage, source: Any, agencies: Mapping[str, int]) -> None:
    """An agency by its slug, or somebody else by name and address."""
    if isinstance(source, str):
        page.source_agency_id = agencies[source]
    elif source:
        page.source_name, page.source_url = source["name"], source["url"]


def publish_as_of(page: Page, moment: datetime) -> None:
    """Publish a page as it would have been published at a moment in the past. Call it in a transaction."""
    revision = page.save_revision()
    revision.publish()
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    Page.objects.filter(pk=page.pk).update(last_published_at=moment, latest_revision_created_at=moment)
    Change.objects.filter(revision_id=revision.pk).update(at=moment)


def schedule(page: Page, days: int) -> None:
    """Have the worker publish the page on a morning so many days from now."""
    day = timezone.localtime() + timedelta(days=days)
    page.go_live_at = day.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    page.save_revision().publish()


def withdraw(page: Page, said: Values, names: Names) -> None:
    """Unpublish the page as an editor does, with a reason and a page to go to instead."""
    Farewell.objects.update_or_create(
        page=page,
        defaults={
            "reason": said["reason"],
            "successor_id": names.page(said["successor"]),
            "show_title": said["show_title"],
        },
    )
    page.unpublish()
