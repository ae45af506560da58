"""The tables of doors are complete: an address or a parameter that stands in none of them fails here by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from django.urls import URLPattern, URLResolver
from starlette.routing import Route

from cms.api.urls import surface, urlpatterns
from frontend.language import Language
from frontend.routes import ROUTES

from . import visitor_doors
from .cms_doors import API, ELSEWHERE, NUMBERS, parameters
from .parameters_table import VALUES


def test_every_address_of_the_api_is_asked() -> None:
    """By its description, or by the table of all others."""
    described = {route.path.removeprefix("/").replace("{id}", "<int:pk>") for route in surface}
    assert set(patterns(urlpatterns)) == described | {"docs/", "docs/<str:name>", ""}
    assert {f"{API}docs/", f"{API}docs/{{slug}}", API} <= set(ELSEWHERE)


def patterns(found: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address below these."""
    for each in found:
        here = before + str(each.pattern).removeprefix("^")
        yield from patterns(each.url_patterns, here) if isinstance(each, URLResolver) else [here]


def test_every_parameter_of_the_api_is_asked_with() -> None:
    assert parameters() == set(VALUES)


def test_every_resource_is_asked_by_number() -> None:
    assert {route.resource for route in surface if "{id}" in route.path} == set(NUMBERS)


def test_every_route_of_the_visitor_site_is_asked() -> None:
    assert {route.path for route in ROUTES if isinstance(route, Route)} == set(visitor_doors.ADDRESSES)


def test_every_parameter_of_the_visitor_site_is_asked_with() -> None:
    names = {each.name for each in fields(Language) if each.name.endswith("_parameter")}
    assert names == set(visitor_doors.PARAMETERS)
    asked = " ".join(address for each in visitor_doors.ADDRESSES.values() for address in each)
    every = [name for names in visitor_doors.PARAMETERS.values() for name in names]
    assert not [name for name in every if f"?{name}=" not in asked]
