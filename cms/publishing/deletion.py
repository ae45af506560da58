"""What pages name can't be deleted: it would vanish from what has been published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import ReferenceIndex


def refuse_deletion(request: HttpRequest, instances: list[Any]) -> HttpResponseRedirect | None:
    """Send the editor to where a snippet is named; None when nothing stands in the way."""
    for instance in instances:
        if ReferenceIndex.get_references_to(instance).exists():
            messages.error(
                request, _("“%(thing)s” is used, and can't be deleted. Here is where.") % {"thing": instance}
            )
            return redirect(reverse(instance.snippet_viewset.get_url_name("usage"), args=(instance.pk,)))
    return None
