"""The front page's latest press releases."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.language import Language

LATEST = 5


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """The newest first, in the page's own language."""
    latest = await cms.pages(
        type="articles.PressReleasePage", locale=language.code, order="-published_at", limit=LATEST
    )
    return {"latest": latest["items"]}
