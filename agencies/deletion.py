"""An agency that pages name can't be deleted: its name would vanish from what has been published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import ReferenceIndex

from .models import Agency


def refuse_deletion(request: HttpRequest, instances: list[Any]) -> HttpResponseRedirect | None:
    """Send the editor to where the agency is named; None when nothing stands in the way."""
    for instance in instances:
        if isinstance(instance, Agency) and ReferenceIndex.get_references_to(instance).exists():
            messages.error(
                request, _("%(agency)s is named on pages and can't be deleted.") % {"agency": instance}
            )
            return redirect(reverse(instance.snippet_viewset.get_url_name("usage"), args=(instance.pk,)))
    return None
