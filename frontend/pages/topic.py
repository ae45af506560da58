"""A topic's press, 20 a page."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.language import Language
from frontend.paging import counted, page_of

SIZE = 20


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """One page of what has been published on the topic. Raises NotFound for a page that isn't there."""
    paging = page_of(request, language.page_parameter, SIZE)
    listed = await cms.pages(
        type="articles.PressReleasePage",
        topic=document["id"],
        order="-published_at",
        limit=SIZE,
        offset=paging.offset,
    )
    return {"items": listed["items"], "paging": counted(paging, listed["meta"]["total_count"])}
