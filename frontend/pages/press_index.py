"""The press room: what lies under the index, narrowed as the address says, whom journalists can call today, and
pictures for them to publish.
"""

from asyncio import gather
from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.feeds.addresses import feeds_of
from frontend.language import Language
from frontend.narrowing.listing import press

CONTACTS = 10


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """One page of the list, newest first. Raises NotFound for a page or a filter that isn't there."""
    listed, contacts = await gather(
        press(cms, language, request, "press_index", child_of=document["id"]),
        cms.contacts(locale=language.code, limit=CONTACTS),
    )
    return listed | {
        "contacts": contacts["items"],
        "pictures": _pictures(document, listed),
        "feeds": feeds_of(listed["narrowed"].asked),
    }


def _pictures(document: Document, listed: dict[str, Any]) -> list[dict[str, Any]]:
    """Beneath the whole list's first page: those that may still be used, as a licence can be taken back."""
    if listed["paging"].number > 1 or listed["narrowed"].chosen:
        return []
    return [picture for picture in document.get("pictures") or [] if picture["renditions"].get("press")]
