"""An agency's press: all of it, or in one role."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.feeds.addresses import feeds_of
from frontend.language import Language
from frontend.narrowing.listing import press


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """One page of the agency's press in the language. Raises NotFound for a page, role or filter that isn't there."""
    listed = await press(cms, language, request, "agency", "role", agency=document["id"])
    return listed | {"feeds": feeds_of(listed["narrowed"].asked, agency=document["slug"])}
