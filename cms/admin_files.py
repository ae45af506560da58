"""Uploaded files for those who are logged in to the admin: thumbnails, originals, documents not yet public."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.static import serve
from wagtail.admin.auth import require_admin_access


@require_admin_access
@never_cache
def serve_to_editor(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file under MEDIA_ROOT; a script inside an uploaded file must not run with the editor's rights."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox"
    )
    return response
