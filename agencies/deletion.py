"""An agency that is named can't be deleted: its name would vanish from what has been published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, ReferenceIndex, Revision

from .models import Agency
from .naming import kept_in_revisions, links, naming_revisions

TOLD: Final = 5
"""As many places as a message names."""


def refuse_deletion(request: HttpRequest, instances: list[Any]) -> HttpResponseRedirect | None:
    """Send the editor to where the agency is named; None when nothing stands in the way."""
    for instance in instances:
        if isinstance(instance, Agency) and (places := named_by(instance)):
            messages.error(request, _refusal(instance, places))
            return redirect(reverse(instance.snippet_viewset.get_url_name("usage"), args=(instance.pk,)))
    return None


def named_by(agency: Agency) -> list[str]:
    """The things that name the agency, in what is saved, in a draft or in a plan; each once."""
    return list(dict.fromkeys([*_in_rows(agency), *_in_drafts(agency), *_elsewhere(agency)]))


def _refusal(agency: Agency, places: list[str]) -> str:
    said = {"agency": agency, "places": ", ".join(places[:TOLD]), "more": len(places) - TOLD}
    if len(places) > TOLD:
        return _("%(agency)s can't be deleted. It is named by %(places)s and %(more)d more.") % said
    return _("%(agency)s can't be deleted. It is named by %(places)s.") % said


def _in_rows(agency: Agency) -> Iterator[str]:
    for link in links():
        for row in link.model._base_manager.filter(**{link.field: agency}):
            yield str(link.owner_of(row))


def _in_drafts(agency: Agency) -> Iterator[str]:
    """The latest draft of each thing, and what is planned to be published."""
    for model in kept_in_revisions():
        kind = ContentType.objects.get_for_model(model)
        kept = Q(pk__in=_latest(model)) | Q(approved_go_live_at__isnull=False)
        for revision in Revision.objects.filter(kept, naming_revisions(model, agency), content_type=kind):
            yield revision.object_str


def _latest(model: Any) -> Any:
    return model._base_manager.values("latest_revision")


def _elsewhere(agency: Agency) -> Iterator[str]:
    """What Wagtail knows beside: blocks and rich text."""
    for reference in ReferenceIndex.get_references_to(agency).select_related("content_type"):
        thing = reference.content_type.model_class()._base_manager.filter(pk=reference.object_id).first()
        if thing is not None:
            yield str(thing.specific if isinstance(thing, Page) else thing)
