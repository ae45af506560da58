"""Notices above every page: their order, words and link, no longer than their time, on error pages too."""

import httpx

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import Visitor

OVER = "2017-09-27T09:00:00+02:00"


def site_with(*notices: dict[str, object]) -> dict[str, object]:
    return example("site") | {"notices": list(notices)}


def test_they_stand_above_the_header_with_kind_time_and_link(site: Visitor) -> None:
    html = site.get("/").text
    said = "Krisinformation 24 november 2026 kl. 14.30 Huvudkontoret är utrymt Ingen är skadad."
    assert said in words(html).replace("\N{NO-BREAK SPACE}", " ")
    assert html.index('class="notice emergency" aria-label="Krisinformation"') < html.index(
        'class="masthead"'
    )
    assert '<section class="notice" aria-label="Information">' in html
    assert '<a href="/om-oss/">Så når du oss i dag</a>' in html
    assert html.index('class="skip"') < html.index('class="notice')


def test_on_pages_of_errors_too(site: Visitor) -> None:
    for path in ("/finns-inte/", "/borttagen/"):
        assert "Huvudkontoret är utrymt" in site.get(path).text


def test_a_copy_of_the_site_shows_no_notice_that_is_over(site_over) -> None:
    first, second = example("site")["notices"]
    html = (
        site_over(cms_with(example("pages/home"), site=site_with(first | {"end": OVER}, second)))
        .get("/")
        .text
    )
    assert "Huvudkontoret är utrymt" not in html
    assert "Växeln är stängd" in html


def test_a_kind_that_is_newer_than_the_site_is_information(site_over) -> None:
    new = example("site")["notices"][0] | {"kind": "storm"}
    html = site_over(cms_with(example("pages/home"), site=site_with(new))).get("/").text
    assert '<section class="notice" aria-label="Information">' in html


def test_a_cms_that_knows_no_notices(site_over) -> None:
    old = {name: value for name, value in example("site").items() if name != "notices"}
    assert site_over(cms_with(example("pages/home"), site=old)).get("/").status_code == 200


def test_what_was_known_is_shown_while_the_cms_is_gone(site_over) -> None:
    answers = cms_with(example("pages/home"))
    gone = False

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(503) if gone else answers(request)

    site = site_over(handler)
    site.get("/")
    gone = True
    answer = site.get("/")
    assert answer.status_code == 503
    assert "Huvudkontoret är utrymt" in answer.text
