"""The headers of every route, and no cookie on any."""

import pytest

from frontend.config import Config
from frontend.headers import SECURITY
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with

PATHS = [
    "/", "/press/", "/press", "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/", "/myndigheter/",
    "/offentlighet-och-sekretess/", "/myndigheter/tullverket/", "/en/", "/en/agencies/", "/finns-inte/", "/borttagen/",
    "/flyttad/", "/okand/", "/robots.txt", "/favicon.ico", "/health/live", "/health/ready", "/static/x/site.css",
    "/api/v2/site/?locale=sv", "/api/v2/nothing/", "/media/0/harbour-card.webp",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_security_headers_and_no_cookie(site, path: str) -> None:
    answer = site.get(path, headers={"Cookie": "a=1"})
    assert answer.status_code < 500
    for name, value in SECURITY.items():
        assert answer.headers[name] == value
    assert "set-cookie" not in answer.headers
    assert "strict-transport-security" not in answer.headers
    assert answer.headers["x-request-id"]


def test_server_errors_carry_them_too(site_over) -> None:
    page = example("pages/home") | {"breadcrumbs": 7}
    answer = site_over(cms_with(page)).get("/")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == SECURITY["Content-Security-Policy"]


def test_behind_tls(site_over) -> None:
    config = Config(api_url="http://cms.test/api/v2/", tls=True)
    headers = site_over(cms_with(example("pages/home")), config).get("/").headers
    assert headers["content-security-policy"].endswith("; upgrade-insecure-requests")
    assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains"


def test_a_page_that_is_held_already_is_304(site) -> None:
    first = site.get("/press/")
    etag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    again = site.get("/press/", headers={"If-None-Match": f'"other", {etag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    assert site.get("/", headers={"If-None-Match": etag}).status_code == 200


def test_head_is_get_without_a_body(site) -> None:
    answer = site.head("/press/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == site.get("/press/").headers["etag"]


def test_pages_are_compressed_for_those_who_ask(site) -> None:
    answer = site.get("/press/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert "content-encoding" not in site.get("/press/", headers={"Accept-Encoding": "identity"}).headers


def test_request_id_of_the_caller_is_kept_when_well_formed(site) -> None:
    assert (
        site.get("/robots.txt", headers={"X-Request-ID": "abcdef-12345"}).headers["x-request-id"]
        == "abcdef-12345"
    )
    assert site.get("/robots.txt", headers={"X-Request-ID": '"}<script>'}).headers["x-request-id"].isalnum()
