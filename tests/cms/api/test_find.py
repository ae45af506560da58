"""What pages/find/ answers for a path, however it is spelled and wherever it leads."""

from __future__ import annotations

import json
from typing import Any
from unicodedata import normalize
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from cms.publishing.models import Current
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db


def ask(client: Client, **query: Any) -> tuple[int, Any]:
    response = client.get("/api/v2/pages/find/", query)
    return response.status_code, json.loads(response.content)


def find(client: Client, path: str) -> Any:
    """The page's id, where it leads, or the status."""
    status, found = ask(client, html_path=path)
    return found["location"] if found.get("location") else found.get("id", status)


def link(path: str, to: str, **fields: Any) -> Redirect:
    """A redirect to an address, made as the admin's form makes it."""
    return Redirect.add_redirect(path, to, **{"is_permanent": True} | fields)


# Page means the page itself; a path is where it is redirected; 404 and 400 are statuses.
PAGE = "the page itself"
HERE = "/för-medier/på-väg/"
SPELLINGS = [
    (HERE, PAGE), ("/för-medier/på-väg", PAGE), ("för-medier/på-väg/", PAGE), ("för-medier/på-väg", PAGE),
    (quote(HERE), PAGE), (quote(HERE).lower(), PAGE), (quote(HERE, safe=""), PAGE),
    ("/f%C3%b6r-medier/p%c3%A5-v%C3%A4g/", PAGE), ("/f%6Fr-medier/".replace("f%6Fr", "f%C3%B6r") + "på-väg/", PAGE),
    (normalize("NFD", HERE), PAGE), (quote(normalize("NFD", HERE)), PAGE), (normalize("NFKD", HERE), PAGE),
    (f"{HERE}?", PAGE), (f"{HERE}?utm_source=x&y=å", PAGE), (f"{HERE[:-1]}?a=/b/", PAGE), (f"{HERE}#del", PAGE),
    (f"{HERE}#?a", PAGE), (f"{HERE}?#", PAGE),
    (HERE.upper(), HERE), ("/För-Medier/På-Väg", HERE), (quote(HERE.upper()), HERE),
    ("//för-medier/på-väg/", HERE), ("///för-medier///på-väg///", HERE), ("/för-medier//på-väg", HERE),
    (f"{HERE}/", HERE), ("/./för-medier/./på-väg/", HERE), ("/för-medier/x/../på-väg/", HERE),
    ("/../../för-medier/på-väg/.", HERE), ("/%2E/för-medier/på-väg/", HERE),
    ("/för-medier/%2e%2e/för-medier/på-väg", HERE),
    (quote(quote(HERE)), HERE), (quote(HERE).replace("%", "%25"), HERE), ("/f%25C3%25B6r-medier/på-väg/", HERE),
    (f"{HERE[:-1]}%2F", PAGE), ("%2Ff%C3%B6r-medier%2Fp%C3%A5-v%C3%A4g", PAGE), ("/för-medier%2Fpå-väg/", PAGE),
    (f"{HERE} ", HERE), (f" {HERE}", HERE), (f"{HERE[:-1]}%20", HERE), (f"{HERE[:-1]}\n", HERE),
    (f"{HERE[:-1]}\N{NO-BREAK SPACE}", HERE), (f"{HERE[:-1]}%3Futm=1", HERE), (f"{HERE[:-1]}%253Futm=1/", HERE),
    (quote(quote(quote(HERE))), HERE), (quote(HERE).replace("%", "%2525252525"), 404),
    ("/f%F6r-medier/p%E5-v%E4g/", 404), ("/för-medier/p%C0%AE-v/", 404),
    ("/f%C3r-medier/", 404), ("/%ED%A0%80/", 404), ("/%C0%AF/", 404), ("/%C0%AE%C0%AE/", 404), ("/%zz/", 404),
    ("/%", 404),
    ("/för-medier/på+väg/", 404), ("/för-medier+på-väg/", 404), ("/för-medier/p å-väg/", 404),
    ("\\för-medier\\på-väg\\", 404), ("/för-medier;jsessionid=1/på-väg/", 404), ("/for-medier/pa-vag/", 404),
    ("/för-medier/på-väg/index.html", 404), ("/för-medier/på-väg/amp/", 404), ("//evil.example/", 404),
    ("/\N{ZERO WIDTH SPACE}/", "/"), ("/'; DROP TABLE x--/", 404), ("/" + "a/" * 900, 404),
    ("/fördélar", "/fordelar/"), ("/FO\u0308RDELAR?a", "/fordelar/"), ("/fordelar", "/fordelar/ itself"),
    ("", 400), ("/\0/", 400), ("/%00/", 400), ("/%2500/", 404), ("https://www.example.se/press/", 400),
    ("HTTP://x", 400), ("javascript://x", 400), ("/" + "x" * 2000, 400),
    ("/", "the home page"), ("//", "/"), ("/.", "/"), ("/..", "/"), ("?", "the home page"), ("#x", "the home page"),
]  # fmt: skip


def test_each_spelling_has_its_answer(newsroom: Newsroom, client: Client) -> None:
    """All on one newsroom, which takes a second to fill; the failure names the spelling."""
    page: Any = newsroom.home
    for slug in HERE.strip("/").split("/"):
        page = newsroom.information(slug, page)
        page.slug = slug
        page.save_revision().publish()
    other = newsroom.information()
    other.slug = "fordelar"
    other.save_revision().publish()
    newsroom.settle()
    ids = {PAGE: page.pk, "/fordelar/ itself": other.pk, "the home page": newsroom.home.pk}
    wrong = {
        spelling: (found, wanted)
        for spelling, wanted in SPELLINGS
        if (found := find(client, spelling)) != ids.get(str(wanted), wanted)
    }
    assert not wrong


def test_a_page_by_id_is_the_same_as_by_path(newsroom: Newsroom, client: Client) -> None:
    page, hidden = newsroom.information(), newsroom.information(live=False)
    newsroom.settle()
    assert ask(client, id=page.pk) == ask(client, html_path=f"/{page.slug}/")
    assert ask(client, id=hidden.pk)[0] == ask(client, id=10**9)[0] == 404
    for query, parameter in (
        ({"id": "x"}, "id"), ({"id": 10**20}, "id"), ({"id": 1, "html_path": "/"}, "id"), ({}, "html_path"),
        ({"html_path": "/", "locale": "sv"}, "locale"),
    ):  # fmt: skip
        status, problem = ask(client, **query)
        assert (status, problem["parameter"]) == (400, parameter)


def test_redirects_are_followed_to_their_end(newsroom: Newsroom, client: Client) -> None:
    page, moved = newsroom.information("Målet"), newsroom.information("Flyttad")
    newsroom.settle()
    old = f"/{moved.slug}/"
    moved.slug = "ny-adress"
    moved.save_revision().publish()
    link("/ett", "https://www.example.se/tva")
    link("/tva", "http://www.example.se:443/TRE/?a=1#b", is_permanent=False)
    link("/tre/", "https://www.example.se//fyra/")
    link("/fyra", page)
    link("/ut", "https://WWW.example.se/ut-igen")
    link("/ut-igen", "https://www.can.se/x?y=1")
    link("/gammal-lank", f"https://www.example.se{old}")
    link("/listan", "https://www.example.se/myndigheter/?sida=2")
    link("/Gamla/Sida.aspx", page)
    newsroom.settle()
    target = f"/{page.slug}/"
    for path, location, permanent, external in [
        ("/fyra/", target, True, False), ("/tre/", target, True, False), ("/tva/", target, False, False),
        ("/ett/", target, False, False), ("/ETT", target, False, False),
        ("/ut/", "https://www.can.se/x?y=1", True, True),
        ("/gammal-lank/", "/ny-adress/", True, False), ("/listan/", "/myndigheter/?sida=2", True, False),
        ("/gamla/sida.aspx", target, True, False), ("/Gamla/Sida.aspx?x=1", target, True, False),
    ]:  # fmt: skip
        assert ask(client, html_path=path) == (
            200,
            {
                "meta": {"type": "redirect"},
                "location": location,
                "permanent": permanent,
                "external": external,
            },
        ), path


def test_no_redirect_leads_round(newsroom: Newsroom, client: Client) -> None:
    """As none can be made in the form, they come from an import into the database or from before the form refused."""
    for path, to in [
        ("/a", "/a"), ("/b", "/b/?x=1"), ("/c", "/C/"), ("/d", "//d"), ("/e", "/f"), ("/f", "/G"), ("/g", "/%65"),
        ("/h", "/x/../h"), ("/å", "/%C3%A5"), ("/100%25", "/i"), ("/i", "/100%25/"), ("/in", "/e"), ("/j", "/j#k"),
    ]:  # fmt: skip
        link(path, f"https://www.example.se{to}")
    newsroom.settle()
    for path in ("/a", "/b", "/c", "/C", "/d", "/e", "/f", "/g", "/h", "/å", "/100%25", "/i", "/in", "/j"):
        assert find(client, path) == 404, path


def test_a_loop_does_not_hide_what_stood_there(newsroom: Newsroom, client: Client) -> None:
    moved, gone = newsroom.information("Flyttad"), newsroom.information("Borta")
    newsroom.settle()
    old, lost = f"/{moved.slug}/", f"/{gone.slug}/"
    moved.slug = "ny-adress"
    moved.save_revision().publish()
    gone.unpublish()
    for path in (old, lost):
        link(path, f"https://www.example.se{path}")
    newsroom.settle()
    assert (find(client, old), find(client, lost)) == ("/ny-adress/", 410)


@pytest.mark.parametrize(
    "to",
    [
        "ftp://can.se/",
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "/press/",
        "mailto:a@b.se",
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_no_redirect(newsroom: Newsroom, client: Client, to: str) -> None:
    link("/ut", to)
    newsroom.settle()
    assert find(client, "/ut/") == 404


def test_a_redirect_to_what_is_not_public_is_as_nothing(newsroom: Newsroom, client: Client) -> None:
    hidden = newsroom.information("Hemlig", live=False)
    link("/dit", hidden)
    newsroom.settle()
    nothing = client.get("/api/v2/pages/find/?html_path=/finns-inte/")
    for path in ("/dit/", "/DIT", f"/{hidden.slug}/", f"/{hidden.slug.upper()}//"):
        response = client.get("/api/v2/pages/find/", {"html_path": path})
        assert (response.status_code, response.content) == (404, nothing.content), path


def test_a_careless_spelling_of_what_is_gone_is_gone(newsroom: Newsroom, client: Client) -> None:
    page = newsroom.information("Borta")
    newsroom.settle()
    page.unpublish()
    newsroom.settle()
    assert find(client, f"/{page.slug.upper()}//") == 410


def test_a_page_past_its_end_is_gone_at_once_however_it_is_asked_for(
    newsroom: Newsroom, client: Client
) -> None:
    page = newsroom.information("Över")
    newsroom.settle()
    link("/dit", page)
    newsroom.settle()
    Current.objects.filter(key=f"page:{page.pk}").update(visible_until=timezone.now())
    for path in (f"/{page.slug}/", f"/{page.slug.upper()}"):
        status, problem = ask(client, html_path=path)
        assert (status, problem["reason"], problem["page"], problem["successor"]) == (410, None, None, None)


@pytest.mark.parametrize(
    ("path", "most"),
    [("/press/", 1), ("/finns-inte/", 2), ("/PRESS//", 2), ("/ett/", 2), ("/borta/", 2), ("/fel", 2)],
)
def test_few_queries_whatever_there_is(newsroom: Newsroom, client: Client, path: str, most: int) -> None:
    for number in range(8):
        link(["/ett", *map("/{}".format, range(1, 8))][number], f"https://www.example.se/{number + 1}/")
    link("/fel", "https://www.example.se/fel")
    page = newsroom.information("Borta")
    page.slug = "borta"
    page.save_revision().publish()
    newsroom.settle()
    page.unpublish()
    newsroom.settle()
    with CaptureQueriesContext(connection) as asked:
        client.get("/api/v2/pages/find/", {"html_path": path})
    assert len(asked) <= most
