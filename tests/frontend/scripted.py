"""A CMS that answers as a test says: documents by address, all else 404."""

from collections.abc import Callable
from typing import Any

import httpx

from tests.frontend.contract import example


def cms_with(
    page: dict[str, Any] | httpx.Response, **others: Any
) -> Callable[[httpx.Request], httpx.Response]:
    """A handler: `page` for every path asked for, `site`, `pages` and `agency` from the contract if not given."""
    answers = {
        "/api/v2/pages/find/": page,
        "/api/v2/site/": others.get("site", example("site")),
        "/api/v2/pages/": others.get("pages", example("lists/pages")),
        "/api/v2/agencies/find/": others.get("agency", example("agency")),
        "/api/v2/audiences/": others.get("audiences", example("lists/audiences")),
        "/api/v2/contacts/": others.get("contacts", example("lists/contacts")),
        "/api/v2/search/suggest/": others.get("suggest", example("suggest")),
        "/api/v2/topics/": others.get("topics", example("lists/topics")),
        "/api/v2/sitemap/": others.get("sitemap", example("lists/sitemap")),
        "/api/v2/agencies/": others.get("agencies", example("lists/agencies")),
    }

    def handler(request: httpx.Request) -> httpx.Response:
        answer = answers.get(request.url.path)
        if answer is None:
            return httpx.Response(404, json=example("errors/not_found"))
        if isinstance(answer, httpx.Response):
            return answer
        return httpx.Response(200, json=answer)

    return handler
