"""How the site is searched, for browsers that offer it beside others (OpenSearch 1.1), and what they show meanwhile."""

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from frontend.answers import NO_STORE, held
from frontend.language import language_at
from frontend.origin import origin_of, whole
from frontend.services import services
from frontend.xml import add, document, root

NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
TYPE: Final = "application/opensearchdescription+xml"
SHORT, LONG = 16, 48
"""Characters that the names may have."""
LONGEST: Final = 100
"""Characters of which the API knows how names begin."""


async def description(request: Request) -> Response:
    """The description, in the language of its address."""
    s, language = services(request), language_at(request.scope["path"])
    site = await s.sites.get(language.code)
    origin, name, _ = origin_of(site), site["name"], language.translations.gettext
    search = f"{origin}{language.search_path}?{language.words_parameter}={{searchTerms}}"
    suggest = f"{origin}{language.prefix}opensearch.json?q={{searchTerms}}"
    top = root("OpenSearchDescription", NAMESPACE)
    add(top, "ShortName", name[:SHORT].strip())
    add(top, "LongName", name[:LONG].strip())
    add(top, "Description", _("Search %(authority)s") % {"authority": name})
    add(top, "Url", attributes={"type": "text/html", "template": search})
    add(top, "Url", attributes={"type": "application/x-suggestions+json", "template": suggest})
    add(top, "Url", attributes={
        "type": TYPE, "rel": "self", "template": f"{origin}{language.prefix}opensearch.xml",
    })  # fmt: skip
    add(top, "Language", language.code)
    add(top, "InputEncoding", "UTF-8")
    return held(request, document(top), f"{TYPE}; charset=utf-8")


async def suggestions(request: Request) -> Response:
    """Words, and what goes on as they begin, as browsers take it. Raises TooManyRequests."""
    s, language = services(request), language_at(request.scope["path"])
    words = request.query_params.get("q", "").strip()
    items = []
    if words and len(words) <= LONGEST and words.isprintable():
        s.api_limits.count_search(request)
        items = (await s.cms.suggestions(words, language.code))["items"]
    origin = origin_of(await s.sites.get(language.code))
    answer = [words, [each["title"] for each in items], [], [whole(origin, each["url"]) for each in items]]
    return JSONResponse(answer, headers=NO_STORE, media_type="application/x-suggestions+json")
