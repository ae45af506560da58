"""The press room: what lies under the index, 20 a page, and whom journalists can call today."""

from asyncio import gather
from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.language import Language
from frontend.paging import counted, page_of

SIZE = 20
CONTACTS = 10


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """One page of the list, newest first. Raises NotFound for a page that isn't there."""
    paging = page_of(request, language.page_parameter, SIZE)
    listed, contacts = await gather(
        cms.pages(
            type="articles.PressReleasePage",
            child_of=document["id"],
            order="-published_at",
            limit=SIZE,
            offset=paging.offset,
        ),
        cms.contacts(locale=language.code, limit=CONTACTS),
    )
    paging = counted(paging, listed["meta"]["total_count"])
    return {"items": listed["items"], "paging": paging, "contacts": contacts["items"]}
