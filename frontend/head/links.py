"""Where a page is and what stands beside it: address, translations, picture, feeds. Its words are its template's.

Addresses are the CMS's or on its origin for visitors, never on what a request takes for the host.
"""

from dataclasses import dataclass, field

from jinja2 import pass_context
from jinja2.runtime import Context

from frontend.cms import Document
from frontend.feeds.addresses import Feeds, feeds_in
from frontend.formats import address
from frontend.language import DEFAULT, Language
from frontend.origin import origin_of, whole

TERRITORIES = {"sv": "sv_SE", "en": "en_GB"}
"""Open Graph's names of languages have a country in them."""


@dataclass(frozen=True)
class Head:
    """`canonical` is empty for what has no address of its own. `alternates` are languages and addresses."""

    canonical: str = ""
    indexed: bool = True
    alternates: list[tuple[str, str]] = field(default_factory=list)
    kind: str = "website"
    territory: str = ""
    picture: Document | None = None
    published: str = ""
    updated: str = ""
    feeds: list[tuple[str, Feeds]] = field(default_factory=list)


@pass_context
def head_of(context: Context) -> Head:
    """That of the page that is being rendered. An error page may know of no site, and has nothing but this."""
    site, language = context.get("site"), context["language"]
    indexed = not context.get("noindex", False) and not _is_narrowed(context)
    if not site:
        return Head(indexed=False)
    page = context.get("page") or {}
    canonical = _canonical(context, page, site)
    release = page.get("kind") and page.get("published_at")
    return Head(
        canonical=canonical,
        indexed=indexed,
        alternates=_alternates(context, canonical) if indexed else [],
        kind="article" if release else "website",
        territory=TERRITORIES.get(language.code, language.code),
        picture=_picture(page, site),
        published=page["published_at"] if release else "",
        updated=(page.get("updated_at") or "") if release else "",
        feeds=_feeds(context, site, language),
    )


def _is_narrowed(context: Context) -> bool:
    """Of all that a list can be narrowed to, search engines need only the list."""
    narrowed = context.get("narrowed")
    return bool(narrowed and narrowed.asked.kept)


def _canonical(context: Context, page: Document, site: Document) -> str:
    """The address under which it should be known, whatever else an address says that changes nothing."""
    origin, paging = origin_of(site), context.get("paging")
    query: str = paging.query if paging else ""
    if page:
        urls = page.get("urls") or {}  # of an agency, which has one in each language
        own = urls.get(context["language"].code)
        return f"{whole(origin, own) or page['meta'].get('html_url', '')}{query}"
    return f"{origin}{paging.path}{query}" if paging else ""


def _alternates(context: Context, canonical: str) -> list[tuple[str, str]]:
    """The page in each language, itself among them; readers of any other language get the first of the site.

    None where it is there in one language only, and for the later pages of a list, which differ between languages.
    """
    site, code, paging = context["site"], context["language"].code, context.get("paging")
    if paging and paging.number > 1:
        return []
    public = {each["locale"] for each in site.get("locales") or ()}
    others = {
        locale: whole(origin_of(site), path)
        for locale, path in (context.get("addresses") or {}).items()
        if locale in public and locale != code and address(path)
    }
    if not others or not canonical:
        return []
    found = sorted((others | {code: canonical}).items(), key=lambda each: each[0] != DEFAULT.code)
    return [*found, ("x-default", found[0][1])]


def _picture(page: Document, site: Document) -> Document | None:
    """The size that is made for sharing, with a whole address."""
    picture = page.get("picture") or {}
    share: Document = (picture.get("renditions") or {}).get("share") or {}
    if not share:
        return None
    return share | {"url": whole(origin_of(site), share["url"]), "alt": picture.get("alt", "")}


def _feeds(context: Context, site: Document, language: Language) -> list[tuple[str, Feeds]]:
    """The list's own first, then that of all press."""
    own, narrowed, name = context.get("feeds"), context.get("narrowed"), site.get("name", "")
    whole = language.translations.gettext("Press releases and news from %(authority)s")
    every = (whole % {"authority": name}, feeds_in(language))
    return [(narrowed.titled(name), own), every] if own and own.narrowed and narrowed else [every]
