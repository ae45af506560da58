"""A topic's press."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.feeds.addresses import feeds_of
from frontend.language import Language
from frontend.narrowing.listing import press


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """One page of what has been published on the topic. Raises NotFound for a page or a filter that isn't there."""
    listed = await press(cms, language, request, "topic", topic=document["id"])
    return listed | {"feeds": feeds_of(listed["narrowed"].asked, topic=document["slug"])}
