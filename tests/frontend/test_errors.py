"""Each line of the error table, as the visitor meets it."""

import json
from typing import Any

import httpx
import pytest

from frontend import errors, render
from frontend.config import Config
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with


def problem(status: int, name: str) -> httpx.Response:
    """A problem document of the contract."""
    return httpx.Response(status, json=example(name))


def failing(error: Exception):
    """A CMS that can't be reached."""

    def handler(request: httpx.Request) -> httpx.Response:
        raise error

    return handler


def test_not_found(site) -> None:
    answer = site.get("/finns-inte/")
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text
    assert "010-562 90 00" in answer.text


def test_an_address_that_is_too_long_to_ask_for_is_not_found(site) -> None:
    assert site.get("/" + "a/" * 20_000).status_code == 404


def test_english_not_found(site) -> None:
    assert "The page can't be found" in site.get("/en/nothing/").text


def test_bad_request_of_the_cms_is_an_address_without_page(site_over) -> None:
    assert site_over(cms_with(problem(400, "errors/bad_parameter"))).get("/x/").status_code == 404


def test_gone_tells_what_the_editor_gave(site) -> None:
    answer = site.get("/borttagen/")
    assert answer.status_code == 410
    assert "Den avpublicerades den 2 mars 2026." in answer.text
    assert "Uppgifterna är inaktuella." in answer.text
    assert "Besökstider under ombyggnaden" in answer.text
    assert '<a href="/om-oss/">Om oss</a>' in answer.text


@pytest.mark.parametrize("empty", ["", None])
def test_gone_without_reason_or_successor(site_over, empty) -> None:
    gone = example("errors/is_gone") | {"reason": empty, "successor": None, "page": None}
    answer = site_over(cms_with(httpx.Response(410, json=gone))).get("/x/")
    assert "2 mars 2026" in answer.text
    assert "Läs i stället" not in answer.text
    assert "inaktuella" not in answer.text
    assert "ombyggnaden" not in answer.text


@pytest.mark.parametrize(("permanent", "status"), [(True, 301), (False, 302)])
def test_redirects(site_over, permanent: bool, status: int) -> None:
    answer = site_over(cms_with(example("find/redirect") | {"permanent": permanent})).get("/gammal/")
    assert answer.status_code == status
    assert answer.headers["location"] == example("find/redirect")["location"]


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("/press", "/press/"),
        ("/press?sida=2", "/press/?sida=2"),
        ("/bl%C3%A5", "/bl%C3%A5/"),
        ("/a%3Fb", "/a%3Fb/"),
    ],
)
def test_slash_form(site, asked: str, location: str) -> None:
    answer = site.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (301, location)


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/", "/%5Cevil.example", "/%2Fevil.example"]
)
def test_no_redirect_to_another_host(site, path: str) -> None:
    answer = site.get(f"http://localhost:3000{path}")
    assert answer.status_code == 404
    assert "location" not in answer.headers


BROKEN = {
    "server error": httpx.Response(500, text="<h1>Server Error</h1>"),
    "server error as JSON": httpx.Response(500, json={"detail": "x"}),
    "redirect": httpx.Response(302, headers={"Location": "/admin/login/"}),
    "html": httpx.Response(200, text="<html>login</html>"),
    "html 404 of another program": httpx.Response(404, text="<h1>nginx</h1>"),
    "broken json": httpx.Response(200, text='{"id": 1'),
    "broken bytes": httpx.Response(200, content=b'{"id": "\xff"}'),
    "not an object": httpx.Response(200, json=[1]),
    "without a type": httpx.Response(200, json={"id": 1, "meta": {}}),
    "forbidden": httpx.Response(403, json={"detail": "no"}),
    "redirect to a script": httpx.Response(
        200, json=example("find/redirect") | {"location": "javascript:alert(1)"}
    ),
    "redirect to another host as a path": httpx.Response(
        200, json=example("find/redirect") | {"location": "//evil.example/"}
    ),
}


@pytest.mark.parametrize("broken", list(BROKEN))
def test_broken_answers_are_503(site_over, broken: str) -> None:
    answer = site_over(cms_with(BROKEN[broken])).get("/x/")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert "Sidan kan inte visas just nu" in answer.text


def test_broken_list_is_503(site_over) -> None:
    site = site_over(cms_with(example("pages/home"), pages={"items": [], "meta": {}}))
    assert site.get("/").status_code == 503


@pytest.mark.parametrize(
    "error", [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), httpx.PoolTimeout("full")]
)
def test_unreachable_cms_is_503(site_over, error: Exception) -> None:
    site = site_over(failing(error))
    assert site.get("/").status_code == 503
    assert site.get("/api/v2/pages/").status_code == 503
    assert site.get("/media/a/b.webp").status_code == 503
    assert site.get("/health/ready").status_code == 503
    assert site.get("/health/live").status_code == 200


def test_an_answer_that_drips_is_cut_off(site_over) -> None:
    import anyio

    async def handler(request: httpx.Request) -> httpx.Response:
        await anyio.sleep(30)
        return httpx.Response(200, json={})

    config = Config(api_url="http://cms.test/api/v2/", api_timeout=0.1)
    assert site_over(handler, config).get("/").status_code == 503


def test_503_keeps_the_phone_of_the_last_site_document(site_over) -> None:
    down = False
    answers = cms_with(example("pages/home"))

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(502) if down else answers(request)

    site = site_over(handler)
    assert site.get("/").status_code == 200
    down = True
    assert "010-562 90 00" in site.get("/annan/").text


def test_503_without_any_site_document_is_plain(site_over) -> None:
    answer = site_over(failing(httpx.ConnectError("refused"))).get("/")
    assert "Sidan kan inte visas just nu" in answer.text
    assert "None" not in answer.text


def test_500_degrades_in_steps(site_over, monkeypatch) -> None:
    def broken(*args: object, **kwargs: object) -> str:
        raise ZeroDivisionError

    site = site_over(cms_with(example("pages/home")))
    monkeypatch.setattr(render.Renderer, "document", broken)
    answer = site.get("/")
    assert answer.status_code == 500
    assert "Något gick fel" in answer.text
    monkeypatch.setattr(render.Renderer, "template", broken)
    answer = site.get("/")
    assert answer.status_code == 500
    assert "Tekniskt fel" in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_pages_can_only_be_read(site, method: str) -> None:
    answer = site.request(method, "/press/")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_programs_get_problem_documents(site_over) -> None:
    answer = site_over(failing(httpx.ConnectError("refused"))).get("/api/v2/pages/")
    assert answer.headers["content-type"] == "application/problem+json"
    body = json.loads(answer.text)
    assert set(body) >= {"type", "title", "status", "detail", "message"}
    assert body["status"] == 503


def test_every_error_has_a_line_in_the_table() -> None:
    for cls in (errors.NotFound, errors.Refused, errors.CMSUnreachable, errors.CMSBroken, ValueError):
        assert errors.outcome_of(cls("x")).template
    assert errors.outcome_of(errors.CMSBroken("x")).status == 503
    assert errors.outcome_of(KeyError("x")).status == 500


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/press/2017/gammal-sida/", "gammal sida"),
        ("/Blanketter_2017.aspx/", "Blanketter 2017"),
        ("/%C3%B6ppettider/12/", "öppettider"),
        ("/%22%3E%3Cscript%3Ealert(1)/", "script alert 1"),
        ("/" + "a" * 200 + "/", "a" * 60),
        ("/-/", ""),
    ],
)
def test_a_page_that_is_not_found_offers_to_look_for_the_words_of_its_address(
    site, path: str, words: str
) -> None:
    html = site.get(path).text
    assert '<form role="search" action="/sok/">' in html
    assert f'name="q" type="search" maxlength="200" value="{words}"' in html


@pytest.mark.parametrize(("path", "search"), [("/x/", "/sok/"), ("/en/x/", "/en/search/")])
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (problem(404, "errors/not_found"), 404),
        (problem(410, "errors/is_gone"), 410),
        (httpx.Response(500), 503),
        (example("pages/home") | {"title": None}, 500),
    ],
)
def test_every_error_has_search_and_phone(
    site_over, monkeypatch, answer: Any, status: int, path: str, search: str
) -> None:
    site = site_over(cms_with(answer))
    site.get("/health/ready")
    if status == 500:
        monkeypatch.setattr(render.Renderer, "document", lambda *args, **kwargs: 1 / 0)
    told = site.get(path)
    assert told.status_code == status
    assert told.text.count('role="search"') == 1
    assert f'action="{search}"' in told.text


def test_a_form_that_is_given_back_is_not_mixed_with_a_search(site_over) -> None:
    answer = site_over(lambda request: httpx.Response(500)).request(
        "POST",
        "/x/",
        content="form=feedback&helped=no&missing=Allt",
        headers={"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"},
    )
    assert (answer.status_code, 'id="find"' in answer.text) == (503, False)
