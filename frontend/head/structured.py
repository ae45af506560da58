"""What a page is about as JSON-LD, in schema.org's words, for search engines and archives.

It stands in the page as data, which browsers don't run; the template's `tojson` escapes all that could end it.
"""

import logging
from collections.abc import Iterator
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from frontend.cms import Document
from frontend.formats import N_
from frontend.head import article, nodes
from frontend.head.links import Head
from frontend.origin import origin_of, whole
from frontend.shaping import name_in
from frontend.stems import stem

log = logging.getLogger(__name__)

DIRECTORIES = {
    "agency": ("agencies_path", N_("Agencies")),
    "topic": ("topics_path", N_("Topics")),
    "audience": ("audiences_path", N_("Tell us who you are")),
}
"""Lists above things that are no pages: where they are, and what they are called."""


@pass_context
def structured(context: Context, head: Head) -> dict[str, Any] | None:
    """The graph of the page that is being rendered; None where search engines may not keep it."""
    if not head.indexed or not head.canonical:
        return None
    try:
        graph = [node for node in _graph(context, head) if node]
    except Exception:  # whatever is wrong with a document, people can still read the page
        log.exception("no structured data")
        return None
    return {"@context": "https://schema.org", "@graph": graph}


def _graph(context: Context, head: Head) -> Iterator[nodes.Node]:
    site, page, language = context["site"], context.get("page") or {}, context["language"]
    origin, kind = origin_of(site), stem(page["meta"]["type"]) if page else ""
    logo = whole(origin, context["static"]("logo")) if context["theme"].logo else ""
    yield nodes.authority(site, origin, logo)
    if kind == "home":
        yield nodes.website(site, origin, language)
    elif kind == "press_release" and page.get("published_at"):
        yield article.news_article(page, head.canonical, origin, head.picture)
    elif kind == "agency":
        yield nodes.agency(page, head.canonical, language)
    elif "lead" in page and kind != "press_index":
        yield nodes.web_page(page, head.canonical, origin)
    yield article.questions(page, head.canonical, origin)
    yield nodes.breadcrumbs(_crumbs(context, page, kind, head.canonical))


def _crumbs(context: Context, page: Document, kind: str, canonical: str) -> Iterator[tuple[str, str]]:
    """As readers see them at the top of the page, and the page itself."""
    site, language, _ = context["site"], context["language"], context["language"].translations.gettext
    origin = origin_of(site)
    yield _("Start"), f"{origin}{language.prefix}"
    if kind in DIRECTORIES:
        path, name = DIRECTORIES[kind]
        yield _(name), f"{origin}{getattr(language, path)}"
    for crumb in (page.get("breadcrumbs") or ())[1:]:
        yield crumb["title"], whole(origin, crumb["url"])
    if kind == "home":
        return
    if page:
        yield page.get("title") or name_in(page, language.code), canonical
    elif context.get("titled"):
        yield context["titled"].unescape(), canonical
