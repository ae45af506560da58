"""The headers of every route, and no cookie on any."""

import re

import httpx
import pytest

from frontend.config import Config
from frontend.routes import ROUTES
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with

PATHS = [
    "/", "/press/", "/press", "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/", "/myndigheter/",
    "/offentlighet-och-sekretess/", "/myndigheter/tullverket/", "/en/", "/en/agencies/", "/finns-inte/", "/borttagen/",
    "/flyttad/", "/okand/", "/robots.txt", "/favicon.ico", "/health/live", "/health/ready", "/static/x/site.css",
    "/sitemap.xml", "/sitemap-1.xml", "/news-sitemap.xml", "/opensearch.xml", "/en/opensearch.json?q=a",
    "/feed.atom", "/en/feed.json", "/feed.atom?sida=99",
    "/api/v2/site/?locale=sv", "/api/v2/nothing/", "/media/0/harbour-card.webp",
]  # fmt: skip


GAPS = {"slug": "tullverket", "rest": "nothing/", "path": "finns-inte/"}
ADDRESSES = {
    re.sub(r"\{(\w+)(?::\w+)?\}", lambda gap: GAPS.get(gap[1], "x"), route.path): None for route in ROUTES
}
"""One of every route, so that a new one is looked at too."""
POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "media-src 'self'",
    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "manifest-src 'self'", "base-uri 'none'",
    "frame-ancestors 'none'",
}  # fmt: skip
EXPECTED = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def see_headers(answer: httpx.Response, policy: set[str] = POLICY) -> None:
    """All of them as they are to be, written here once more so that nothing is taken away unseen."""
    assert set(answer.headers["content-security-policy"].split("; ")) == policy
    for name, value in EXPECTED.items():
        assert answer.headers[name] == value, name
    assert "set-cookie" not in answer.headers
    assert "server" not in answer.headers
    assert answer.headers["x-request-id"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", dict.fromkeys([*PATHS, *ADDRESSES]))
def test_security_headers_and_no_cookie(site, path: str, method: str) -> None:
    answer = site.request(method, path, headers={"Cookie": "a=1"})
    assert answer.status_code < 500
    see_headers(answer)
    assert "strict-transport-security" not in answer.headers


def test_what_is_held_and_what_forms_answer_carry_them_too(site) -> None:
    held = site.get("/press/").headers["etag"]
    see_headers(site.get("/press/", headers={"If-None-Match": held}))
    form, own = "/offentlighet-och-sekretess/begar-en-handling/", {"Sec-Fetch-Site": "same-origin"}
    sent = {"form": "request", "text": "x", "delivery": "on_site"}
    for data, status in (
        (sent, 303),
        ({"form": "request"}, 422),
        ({"form": "x"}, 400),
        ({"a": "x" * 70_000}, 413),
    ):
        answer = site.request("POST", form, data=data, headers=own)
        assert answer.status_code == status
        see_headers(answer)
    see_headers(site.request("POST", form, data=sent, headers={"Sec-Fetch-Site": "cross-site"}))


def test_server_errors_carry_them_too(site_over) -> None:
    page = example("pages/home") | {"breadcrumbs": 7}
    answer = site_over(cms_with(page)).get("/")
    assert answer.status_code == 500
    see_headers(answer)


def test_behind_tls(site_over) -> None:
    config = Config(api_url="http://cms.test/api/v2/", tls=True)
    behind = site_over(cms_with(example("pages/home")), config)
    for path in ADDRESSES:
        answer = behind.get(path)
        see_headers(answer, POLICY | {"upgrade-insecure-requests"})
        assert answer.headers["strict-transport-security"] == "max-age=63072000; includeSubDomains"


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
