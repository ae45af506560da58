"""What a type of block needs beside its own value: a module per type, found by its name.

An answer depends on what the visitor asks in the address; without a question nobody asks the CMS for anything.
"""

import logging
from asyncio import gather
from collections.abc import Awaitable, Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.language import Language

Loader = Callable[[CMS, Document, Language, Request], Awaitable[Any]]

LOADERS: dict[str, Loader] = {
    module.name: import_module(f"{__name__}.{module.name}").load for module in iter_modules(__path__)
}
log = logging.getLogger(__name__)


async def answered(document: Document, cms: CMS, language: Language, request: Request) -> Document:
    """The document, with an `answer` in each block whose type has a loader."""
    body = document.get("body")
    if not isinstance(body, list) or not any(_type(block) in LOADERS for block in body):
        return document
    blocks = await gather(*(_answered(block, cms, language, request) for block in body))
    return document | {"body": blocks}


def _type(block: Any) -> str:
    return str(block.get("type")) if isinstance(block, dict) else ""


async def _answered(block: Any, cms: CMS, language: Language, request: Request) -> Any:
    loader = LOADERS.get(_type(block))
    if loader is None:
        return block
    try:
        return block | {"answer": await loader(cms, block["value"], language, request)}
    except Exception:  # as in rendering: whatever is wrong with one block, the rest is worth reading
        log.exception("broken block", extra={"block_type": block["type"]})
        return block
