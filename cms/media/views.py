"""Files for the public: only those that a current document names, each under an address with its content's hash."""

from __future__ import annotations

from typing import Final

from django.core.files.storage import default_storage
from django.db.models import Q
from django.db.models.functions import Now
from django.db.transaction import non_atomic_requests
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from cms.publishing.models import Current, PublicFile

from .file_types import DOWNLOADED

HEADERS: Final = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}


@non_atomic_requests
@require_safe
def serve(request: HttpRequest, digest: str, name: str) -> HttpResponseBase:
    """The file at ``/media/<digest>/<name>``, or 404 when no document that is public now names it."""
    seen = Current.objects.filter(Q(visible_until=None) | Q(visible_until__gt=Now())).values("key")
    address = f"/media/{digest}/{name}"
    file = PublicFile.objects.filter(address=address, key__in=seen).first()
    if file is None:
        raise Http404(address)
    try:
        content = default_storage.open(file.storage_name)
    except FileNotFoundError as error:
        raise Http404(address) from error
    kind = file.content_type
    return FileResponse(
        content,
        as_attachment=kind in DOWNLOADED,
        content_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
        filename=name,
        headers=HEADERS,
    )


@non_atomic_requests
def nothing(request: HttpRequest) -> HttpResponseBase:
    """404 for every other address here; a page's pattern would take it and send the visitor round in a circle."""
    raise Http404(request.path)
