"""What a type of page needs beside its own document: a module per type, found by its stem."""

from collections.abc import Awaitable, Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.language import Language

Context = dict[str, Any]
Loader = Callable[[CMS, Document, Language, Request], Awaitable[Context]]

LOADERS: dict[str, Loader] = {
    module.name: import_module(f"{__name__}.{module.name}").load for module in iter_modules(__path__)
}


async def load(stem: str, cms: CMS, document: Document, language: Language, request: Request) -> Context:
    """The further context of a page; nothing for a type that its document says all about."""
    return await LOADERS[stem](cms, document, language, request) if stem in LOADERS else {}
