"""Every address of the CMS's host that the public's requests can reach, for every thing that fills its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from string import Formatter
from typing import Any, Final

from django.utils import timezone

from cms.api.lists.cursors import Position, written
from cms.api.openapi.surface import Address
from cms.api.parameters import Query
from cms.api.urls import surface
from cms.publishing.collation import swedish_key
from cms.publishing.models import Head

from .cms_host import Door
from .gaps import Gaps
from .parameters_table import VALUES

API: Final = "/api/v2/"

NUMBERS: Final = {
    "pages": ("{page}", "{home}", "{press}", "{public}", "{release}"),
    "agencies": ("{agency}",),
    "topics": ("{topic}",),
    "contacts": ("{contact}",),
    "fee-schedules": ("{schedule}",),
    "audiences": ("{audience}",),
    "promos": ("{promo}",),
}
"""What is asked for by number, by the name of the resource."""

ELSEWHERE: Final = (
    "/media/{stored}", "/media/original_images/{mark}picturename.png", "/media/documents/{mark}filename.csv",
    "{media}", "/documents/{file}/{mark}filename.csv", "/documents/{file}/{mark}filename.pdf",
    "/admin/files/{stored}", "/admin/document-files/{file}/{mark}filename.csv",
    "/images/{picture}/max-165x165/", "/admin/images/{picture}/preview/1/max-165x165/",
    "/{stored}", "{path}", "/en/{slug}/", "/admin/pages/{page}/", "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/view_draft/", "/admin/pages/{page}/edit/preview/", "/admin/api/main/pages/{page}/",
    "/admin/api/main/pages/?search={title}", "/api/v3/pages/{page}/", "/api/main/pages/{page}/",
    "/api/v2/images/{picture}/", "/api/v2/documents/{file}/", "/api/v2/redirects/", "/api/v2/notices/{notice}/",
    "/api/v2/notices/", "/api/v2/images/", "/api/v2/documents/", "/api/v2/", "/api/v2/pages/preview/", "/api/v2/docs/",
    "/api/v2/docs/{slug}",
    "/_util/authenticate_with_password/1/1/", "/_util/login/", "/intake/document-requests/",
    "/intake/feedback/",
    "/health/live", "/sitemap.xml", "/robots.txt",
)  # fmt: skip
"""Addresses outside of the API, and those that stock Wagtail would answer."""

MANNERS: Final = (
    Door("", "HEAD"), Door("", "OPTIONS"), Door("", "POST"), Door("", headers={"If-None-Match": "*"}),
    Door("", headers={"If-Match": '"x"'}), Door("", headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}),
    Door("", headers={"If-Unmodified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}),
    Door("", headers={"Accept-Encoding": "br"}), Door("", headers={"Accept": "text/html"}),
    Door("", headers={"Range": "bytes=0-1"}), Door("", headers={"Accept-Language": "en"}),
)  # fmt: skip
"""Other ways to ask than a plain GET."""

ASKED_OTHERWISE: Final = [
    [replace(way, address=address) for way in MANNERS]
    for address in (
        f"{API}pages/{{page}}/",
        f"{API}pages/find/?html_path={{path}}",
        "{media}",
        f"{API}pages/",
    )
]


def doors(things: Sequence[Gaps], public: dict[str, Any]) -> Iterator[Door]:
    """Each address once for each thing that it has a gap for, in an order that tells most at first."""
    known = {name: str(value) for name, value in public.items()} | now()
    templated = [
        *((Door(each)) for each in templates(known)),
        *(door for each in ASKED_OTHERWISE for door in each),
    ]
    seen = dict.fromkeys(
        replace(door, address=address)
        for door in templated
        for address in filled(door.address, things, known)
    )
    return iter(seen)


def templates(known: Gaps) -> Iterator[str]:
    """Those of the API, by route and parameter; then all others."""
    for route in surface:
        query = route.operation.query
        for address in _numbered(route):
            yield f"{address}?{_needed(query, '')}".rstrip("?")
            for name in query.model_fields:
                yield from (
                    f"{address}?{name}={value}{_needed(query, name)}" for value in _values(route, name)
                )
    yield from _walks()
    yield from ELSEWHERE


def filled(template: str, things: Sequence[Gaps], known: Gaps) -> Iterator[str]:
    """The template for each thing that has what it lacks; gaps of the public are the same for all."""
    gaps = {name for _, name, _, _ in Formatter().parse(template) if name}
    if gaps <= known.keys():
        yield template.format(**known)
        return
    for thing in things:
        whole = known | thing | standing(thing)
        if gaps <= whole.keys():
            yield template.format(**whole)


def _numbered(route: Address) -> list[str]:
    address = API + route.path.removeprefix("/")
    if "{id}" not in address:
        return [address]
    return [address.replace("{id}", number) for number in NUMBERS[route.resource]]


def _values(route: Address, name: str) -> tuple[str, ...]:
    """All of them where pages are told; elsewhere the first two, since there are hundreds of words to look for."""
    return VALUES[name] if route.resource in ("pages", "search", "changes") else VALUES[name][:2]


def _needed(query: type[Query], name: str) -> str:
    """What else a request needs beside a parameter."""
    needed = [each for each, field in query.model_fields.items() if field.is_required() and each != name]
    return "".join(f"&{each}={VALUES[each][0]}" for each in needed)


def _walks() -> Iterator[str]:
    """Several parameters at once; and everything in each order, from where each secret would stand."""
    for order in VALUES["order"]:
        yield f"{API}pages/?limit=100&order={order}&facets=agency,topic,audience,type,kind,year"
    for order in ("title", "-title"):
        yield f"{API}pages/?limit=100&order={order}&after={{after{order}}}"
    yield f"{API}pages/find/?html_path={{path}}&fields=*"
    yield f"{API}pages/?descendant_of={{page}}&facets=year&fields=*"


def standing(thing: Gaps) -> Gaps:
    """The cursors of where a list in alphabetical order would have the thing."""
    key = f"page:{thing.get('page', '1')}"
    return {
        f"after{order}": written(Position(order, key, swedish_key(thing["title"])))
        for order in ("title", "-title")
    }


def now() -> Gaps:
    """Today, and the ledger from its first entry to its last."""
    today, head = timezone.localdate(), Head.objects.get()
    return {
        "tomorrow": str(today + timedelta(days=1)), "year": str(today.year), "ledger": str(head.ledger_id),
        "genesis": f"0.{'0' * 64}", "head": f"{head.sequence}.{head.hash}",
    }  # fmt: skip


def parameters() -> set[str]:
    """Every parameter of the API."""
    return {name for route in surface for name in route.operation.query.model_fields}
