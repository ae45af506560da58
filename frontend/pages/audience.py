"""The pages that are meant for an audience."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.language import Language

MOST = 50


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """Those that aren't among its ways already, in alphabetical order."""
    listed = await cms.pages(audience=document["id"], locale=language.code, order="title", limit=MOST)
    ways = {path.get("url") for path in document.get("paths", ())}
    return {"items": [item for item in listed["items"] if item["url"] not in ways]}
