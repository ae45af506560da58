"""Every address of the visitor site, by its routes, for every thing that fills its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from .cms_doors import API, filled, now
from .cms_host import Door
from .gaps import Gaps

ADDRESSES: Final = {
    "/health/live": ("/health/live",),
    "/health/ready": ("/health/ready",),
    "/robots.txt": ("/robots.txt",),
    "/sitemap.xml": ("/sitemap.xml",),
    "/sitemap-{number:int}.xml": ("/sitemap-0.xml", "/sitemap-1.xml"),
    "/news-sitemap.xml": ("/news-sitemap.xml",),
    "/opensearch.xml": ("/opensearch.xml",),
    "/en/opensearch.xml": ("/en/opensearch.xml",),
    "/opensearch.json": ("/opensearch.json?q={title}", "/opensearch.json?q={name}", "/opensearch.json?q={mark}"),
    "/en/opensearch.json": ("/en/opensearch.json?q={title}", "/en/opensearch.json?q={name}"),
    "/feed.atom": ("/feed.atom", "/feed.atom?sida=1", "/feed.atom?q={title}", "/feed.atom?q={mark}",
                   "/feed.atom?myndighet={slug}", "/feed.atom?amne={slug}", "/feed.atom?typ=nyhet",
                   "/feed.atom?ar={year}", "/feed.atom?myndighet=tullverket&roll=avsandare"),
    "/en/feed.atom": ("/en/feed.atom", "/en/feed.atom?q={title}", "/en/feed.atom?topic={slug}"),
    "/feed.json": ("/feed.json", "/feed.json?q={text}", "/feed.json?myndighet={slug}", "/feed.json?amne={slug}"),
    "/en/feed.json": ("/en/feed.json", "/en/feed.json?q={name}", "/en/feed.json?agency={slug}"),
    "/favicon.ico": ("/favicon.ico",),
    "/static/{rest:path}": ("/static/{stored}",),
    "/media/{rest:path}": (
        "{media}", "/media/{stored}", "/media/original_images/{mark}picturename.png",
        "/media/documents/{mark}filename.csv",
    ),
    "/api/v2/{rest:path}": (
        f"{API}pages/", f"{API}pages/?limit=100&fields=*&facets=agency,topic,audience,kind,year",
        f"{API}pages/{{page}}/", f"{API}pages/find/?html_path={{path}}", f"{API}pages/?child_of={{page}}",
        f"{API}pages/?slug={{slug}}", f"{API}site/", f"{API}contacts/{{contact}}/", f"{API}promos/{{promo}}/",
        f"{API}changes/?ledger={{ledger}}&after={{genesis}}", f"{API}images/{{picture}}/", f"{API}../../admin/",
        f"{API}%2e%2e/%2e%2e/admin/files/{{stored}}",
    ),
    "/myndigheter/": ("/myndigheter/", "/myndigheter/?sida=1", "/myndigheter/?q={mark}", "/myndigheter/?q={name}"),
    "/en/agencies/": ("/en/agencies/", "/en/agencies/?page=1", "/en/agencies/?q={name}"),
    "/myndigheter/{slug}/": ("/myndigheter/tullverket/", "/myndigheter/tullverket/?roll=avsandare",
                              "/myndigheter/{slug}/", "/myndigheter/tullverket/?amne={slug}"),
    "/en/agencies/{slug}/": ("/en/agencies/tullverket/", "/en/agencies/tullverket/?role=sender",
                              "/en/agencies/{slug}/"),
    "/sok/": ("/sok/", "/sok/?q={mark}", "/sok/?q={title}", "/sok/?q={text}", "/sok/?q={name}",
              "/sok/?q=ingress+-{lead}", "/sok/?q=ingress&myndighet={slug}",
              "/sok/?q=ingress&amne={slug}&typ=information&ar={year}"),
    "/en/search/": ("/en/search/", "/en/search/?q={title}", "/en/search/?q={name}&agency={slug}&topic={slug}"),
    "/amnen/": ("/amnen/", "/amnen/?sida=1"),
    "/en/topics/": ("/en/topics/", "/en/topics/?page=1"),
    "/du-ar/": ("/du-ar/", "/du-ar/?sida=1"),
    "/en/you-are/": ("/en/you-are/", "/en/you-are/?page=1"),
    "/{path:path}": (
        "/", "/en/", "/press/", "/press/?sida=1", "/press/?sida=2", "/press/?q={title}", "/press/?myndighet={slug}",
        "/press/?amne={slug}", "/press/?typ=nyhet", "/press/?ar={year}", "/press/?amne=smuggling&myndighet=tullverket",
        "/en/press/?type=news", "/en/press/?agency={slug}", "/en/press/?topic={slug}", "/en/press/?year={year}",
        "/press/{year}/{slug}/", "/amnen/smuggling/",
        "/amnen/smuggling/?sida=1", "/amnen/{slug}/", "/du-ar/lasare/", "/du-ar/{slug}/", "{path}", "/{slug}/",
        "/{slug}alias/", "/{slug}", "/en/{slug}/", "{gone}", "{openpath}", "{releasepath}", "{openpath}?sidor=25",
        "/en/?pages=25", "{path}?kvitto=KXTM-PWRA-HJCE", "/en/?receipt=KXTM-PWRA-HJCE", "/admin/pages/{page}/",
        "{openpath}?svar=mottaget", "/en/{slug}/?answer=received", "/intake/", "/intake/document-requests/",
        "/intake/feedback/", "/documents/{file}/{mark}filename.pdf",
    ),
}  # fmt: skip
"""By the route's own path. Some are none of the site's: they must stay so."""

PARAMETERS: Final = {
    "words_parameter": ("q", "q"),
    "agency_parameter": ("myndighet", "agency"),
    "topic_parameter": ("amne", "topic"),
    "type_parameter": ("typ", "type"),
    "kind_parameter": ("typ", "type"),
    "year_parameter": ("ar", "year"),
    "page_parameter": ("sida", "page"),
    "role_parameter": ("roll", "role"),
    "amount_parameter": ("sidor", "pages"),
    "receipt_parameter": ("kvitto", "receipt"),
    "answer_parameter": ("svar", "answer"),
}
"""What a visitor's address may ask, as the languages call it."""


def visitor_doors(things: Sequence[Gaps], public: dict[str, Any]) -> Iterator[Door]:
    """Each address once for each thing that it has a gap for."""
    known = {name: str(value) for name, value in public.items()} | now()
    templates = [template for each in ADDRESSES.values() for template in each]
    seen = dict.fromkeys(address for template in templates for address in filled(template, things, known))
    return (Door(address) for address in seen)
