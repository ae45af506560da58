"""Hundreds of strings that no honest request holds, in every place of it: no fault of ours, each error says where."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import unquote_to_bytes, urlencode

import pytest

from articles.models import PressReleasePage, RequestPage
from cms.api.urls import surface
from tests.cms.articles.examples import make_full_release
from tests.cms.conftest import Newsroom

from .cms_doors import API
from .cms_host import Answer, CmsHost, Door
from .nasty_strings import CLASSES
from .visitor_doors import PARAMETERS
from .visitor_host import VisitorHost

Count = Callable[[int, int], int]

SEGMENTS: Final = (
    f"{API}{{}}", f"{API}{{}}/", f"{API}pages/{{}}", f"{API}pages/{{}}/", f"{API}agencies/{{}}/",
    f"{API}fee-schedules/{{}}/quote/?pages=25", f"{API}site/{{}}", f"{API}changes/{{}}", "/media/{}",
    "/media/{}/a.webp", "/media/0123456789abcdef/{}", "/{}", "/en/{}/", "/press/{}/", "/intake/{}", "/health/{}",
)  # fmt: skip
"""Where in an address a string can stand."""
HEADERS: Final = (
    "If-None-Match", "If-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range", "Accept",
    "Accept-Encoding", "Accept-Language", "Origin", "Cookie", "Authorization", "Referer", "User-Agent",
    "X-Forwarded-For", "X-Forwarded-Proto", "X-Request-ID", "X-HTTP-Method-Override", "Forwarded",
)  # fmt: skip
FIELDS: Final = ("text", "delivery", "email", "address", "contact", "form", "website")
"""Of the form for asking for a document, and two that it has for programs."""
OPINION: Final = ("helped", "missing", "form", "website")
"""Of the question whether a page helped."""


def chosen(number: int, *, full: bool) -> list[str]:
    """All strings, or one of each class: another for each place, so that all have their turn."""
    if full:
        return [string for strings in CLASSES.values() for string in strings]
    return [strings[number % len(strings)] for strings in CLASSES.values()]


def test_no_class_is_empty_and_no_string_stands_twice() -> None:
    assert all(CLASSES.values())
    assert all(len(set(strings)) == len(strings) for strings in CLASSES.values())
    assert len({string for strings in CLASSES.values() for string in strings}) >= 500


@pytest.mark.slow
def test_every_parameter_takes_them_or_is_named(newsroom: Newsroom, count: Count) -> None:
    make_full_release(newsroom)
    newsroom.settle()
    host = CmsHost()
    places = [(route, name) for route in surface for name in route.operation.query.model_fields]
    for number, (route, name) in enumerate(places):
        address = API + route.path.removeprefix("/").replace("{id}", "1")
        for string in chosen(number, full=bool(count(0, 1))):
            door = Door(f"{address}?{name}={string}")
            check(door, answer := host.ask(door))
            if answer.status == 400:
                fault = json.loads(answer.body)["parameter"]
                assert fault in route.operation.query.model_fields or fault == name, door


@pytest.mark.slow
def test_no_name_of_a_parameter_no_address_and_no_header_is_too_much(
    newsroom: Newsroom, count: Count
) -> None:
    newsroom.settle()
    host = CmsHost()
    for door in elsewhere(full=bool(count(0, 1))):
        check(door, host.ask(door))


def elsewhere(*, full: bool) -> Iterator[Door]:
    for number, template in enumerate(
        (*SEGMENTS, f"{API}pages/?{{}}=1", f"{API}site/?{{}}", f"{API}pages/?locale=sv&{{}}")
    ):
        yield from (Door(template.replace("{}", string)) for string in chosen(number, full=full))
    for number, name in enumerate(HEADERS):
        values = {header(string) for string in chosen(number, full=full)}
        for value in values:
            yield from (Door(f"{API}{path}", headers={name: value}) for path in ("site/", "pages/"))


def header(string: str) -> str:
    """As a header's value can come through a server: no line breaks, no null bytes, a length that servers take."""
    return "".join(
        letter for letter in unquote_to_bytes(string).decode("latin-1") if letter >= " " and letter != "\x7f"
    )[:4000]


def check(door: Door, answer: Answer) -> None:
    """No fault of ours; under the API each error is a problem document with a hint."""
    assert answer.status < 500, (door, answer)
    if answer.status >= 400 and door.address.startswith(API):
        assert dict(answer.headers)["Content-Type"] == "application/problem+json", (door, answer)
        said = json.loads(answer.body)
        assert (said["status"], said["message"], bool(said["hint"])) == (
            answer.status,
            said["detail"],
            True,
        ), door


@pytest.fixture
def visitor(newsroom: Newsroom) -> Iterator[VisitorHost]:
    make_full_release(newsroom)
    page = newsroom.home.add_child(instance=RequestPage(title="Begär", slug="begar", lead="En ingress."))
    page.save_revision(clean=False).publish()
    newsroom.settle()
    host = VisitorHost()
    yield host
    host.close()


@pytest.mark.slow
def test_the_visitor_site_takes_them_too(visitor: VisitorHost, count: Count) -> None:
    for door in on_the_site(full=bool(count(0, 1))):
        answer = visitor.ask(door)
        assert answer.status < 500, (door, answer)


def on_the_site(*, full: bool) -> Iterator[Door]:
    named = [
        f"/{page}?{name}={{}}"
        for page in ("", "press/", "en/")
        for names in PARAMETERS.values()
        for name in names
    ]
    agency = [
        "/myndigheter/{}/",
        "/en/agencies/{}/",
        "/amnen/{}/",
        "/du-ar/{}/",
        "/static/{}",
        "/press/2017/{}/",
    ]
    api = [
        f"{API}pages/?{name}={{}}"
        for name in ("id", "title", "child_of", "order", "after", "fields", "published_after")
    ]
    for number, template in enumerate((*SEGMENTS, *named, *agency, *api, f"{API}pages/find/?html_path={{}}")):
        yield from (Door(template.replace("{}", string)) for string in chosen(number, full=full))
    for number, name in enumerate(HEADERS):
        yield from (Door("/press/", headers={name: header(string)}) for string in chosen(number, full=full))


@pytest.mark.slow
def test_the_form_takes_them_too(visitor: VisitorHost, count: Count) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"}
    honest = {"form": "request", "text": "Allt", "delivery": "on_site"}
    for number, name in enumerate(FIELDS):
        rest = urlencode({each: value for each, value in honest.items() if each != name})
        for string in chosen(number, full=bool(count(0, 1))):
            answer = visitor.ask(Door("/begar/", "POST", headers), f"{rest}&{name}={string}".encode())
            assert answer.status < 500, (name, string, answer)


@pytest.mark.slow
def test_the_question_whether_a_page_helped_takes_them_too(visitor: VisitorHost, count: Count) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"}
    path = PressReleasePage.objects.get().get_url_parts()[2]
    honest = {"form": "feedback", "helped": "no", "missing": "Allt"}
    for number, name in enumerate(OPINION):
        rest = urlencode({each: value for each, value in honest.items() if each != name})
        for string in chosen(number, full=bool(count(0, 1))):
            answer = visitor.ask(Door(path, "POST", headers), f"{rest}&{name}={string}".encode())
            assert answer.status < 500, (name, string, answer)
