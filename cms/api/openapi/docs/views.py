"""``docs/``: the description to read and to try, on the same host, without a cookie or a call to another."""

from __future__ import annotations

from typing import ClassVar, Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from cms.api.endpoint import Endpoint
from cms.api.errors import NotFound
from cms.api.http.encodings import compress, preferred
from cms.api.http.sharing import open_to_all

from .assets import assets

HELD: Final = "public, max-age=300"
"""Seconds: a new version of Swagger UI may be mixed with the old for so long."""


class Docs(Endpoint):
    """Swagger UI; its files stand beside the page."""

    routes: ClassVar[dict[str, str]] = {"": "page_view", "<str:name>": "asset_view"}

    def page_view(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        return self.asset_view(request, "")

    def asset_view(self, request: HttpRequest, name: str) -> HttpResponse:
        """A file that the page asks for."""
        asset = assets().get(name)
        if asset is None:
            raise NotFound(f"The documentation has no {name[:100]}.")
        coding = preferred(request.headers.get("Accept-Encoding", ""))
        etag = f'"{asset.tag}-{coding}"'
        content = compress(asset.content, coding) if coding else asset.content
        headers = {"ETag": etag, "Cache-Control": HELD, "Vary": "Accept-Encoding"}
        headers |= {"Content-Length": str(len(content))} | ({"Content-Encoding": coding} if coding else {})
        body = b"" if request.method == "HEAD" else content
        response = HttpResponse(body, content_type=asset.type, headers=headers)
        return open_to_all(get_conditional_response(request, etag=etag, response=response) or response)
