"""Files for the public: only those that a current document names, each under an address with its content's hash."""

from __future__ import annotations

from typing import Any, Final

from django.core.files.storage import default_storage
from django.db.models import Q
from django.db.models.functions import Now
from django.db.transaction import non_atomic_requests
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from cms.publishing.models import Current, PublicFile

from .file_types import DOWNLOADED
from .ranges import NotInFileError, asked_for, part

HEADERS: Final = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Accept-Ranges": "bytes",
}


@non_atomic_requests
@require_safe
def serve(request: HttpRequest, digest: str, name: str) -> HttpResponseBase:
    """The file at ``/media/<digest>/<name>``, or 404 when no document that is public now names it."""
    seen = Current.objects.filter(Q(visible_until=None) | Q(visible_until__gt=Now())).values("key")
    address = f"/media/{digest}/{name}"
    if "\x00" in address:  # the database can't even be asked
        raise Http404(repr(address))
    file = PublicFile.objects.filter(address=address, key__in=seen).first()
    if file is None:
        raise Http404(address)
    try:
        content = default_storage.open(file.storage_name)
    except FileNotFoundError as error:
        raise Http404(address) from error
    return _part(request, content, file) or _whole(content, file, name)


def _whole(content: Any, file: PublicFile, name: str) -> HttpResponseBase:
    return FileResponse(
        content,
        as_attachment=file.content_type in DOWNLOADED,
        content_type=_content_type(file),
        filename=name,
        headers=HEADERS,
    )


def _part(request: HttpRequest, content: Any, file: PublicFile) -> HttpResponseBase | None:
    """The part that was asked for; None when it is the whole. What the address names never changes, so neither does
    a part of it, whatever `If-Range` says.
    """
    size = content.size
    try:
        asked = asked_for(request.headers.get("Range", ""), size)
    except NotInFileError:
        return HttpResponse(status=416, headers=HEADERS | {"Content-Range": f"bytes */{size}"})
    if asked is None:
        return None
    told = {
        "Content-Range": f"bytes {asked.start}-{asked.stop - 1}/{size}",
        "Content-Length": str(len(asked)),
    }
    return StreamingHttpResponse(
        part(content, asked), status=206, content_type=_content_type(file), headers=HEADERS | told
    )


def _content_type(file: PublicFile) -> str:
    kind = file.content_type
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


@non_atomic_requests
def nothing(request: HttpRequest) -> HttpResponseBase:
    """404 for every other address here; a page's pattern would take it and send the visitor round in a circle."""
    raise Http404(request.path)
