"""/api/v2/ and /media/ pass through: what goes in, what comes out, and what never does."""

import gzip
import json

import httpx
import pytest

SECRETS = {
    "Cookie": "session=1",
    "Authorization": "Token 1",
    "Proxy-Authorization": "x",
    "X-Forwarded-For": "1.2.3.4",
}


class Recorder:
    """Remembers what the CMS was asked, and answers the same each time."""

    def __init__(self, headers: dict[str, str] | None = None, body: bytes = b"{}") -> None:
        self.requests: list[httpx.Request] = []
        self.headers = headers or {}
        self.body = body

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, headers=self.headers, stream=httpx.ByteStream(self.body))


@pytest.mark.parametrize(
    "target",
    [
        "/api/v2/pages/?type=articles.PressReleasePage&limit=20",
        "/api/v2/pages/find/?html_path=/press/2017/x%2Fy/&a=%C3%A5+b&c=&c=2",
        "/api/v2/agencies/find/?slug=%00",
        "/api/v2/sök/?q=[a]'(b)!*;~",
        "/media/0123/h%20amn.webp?x=1",
    ],
)
def test_path_and_query_are_untouched(site_over, target: str) -> None:
    cms = Recorder()
    site_over(cms).get(target)
    assert cms.requests[0].url.raw_path == httpx.URL(f"http://x{target}").raw_path


@pytest.mark.parametrize(
    "path",
    [
        "/api/v2/%2e%2e/%2e%2e/admin/",
        "/api/v2/..%2f..%2fadmin/",
        "/api/v2/..%5Cadmin/",
        "/media/%2e%2e/admin/",
        "/media/%2e/x",
        "/%61pi/v2/pages/",
    ],
)
def test_nothing_outside_is_reached(site_over, path: str) -> None:
    cms = Recorder()
    site = site_over(cms)
    url = httpx.URL("http://localhost:3000").copy_with(raw_path=path.encode())
    assert site.get(url).status_code == 404
    assert [request for request in cms.requests if "admin" in str(request.url)] == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_api_methods(site_over, method: str) -> None:
    cms = Recorder()
    assert site_over(cms).request(method, "/api/v2/pages/").status_code == 200
    assert cms.requests[0].method == method


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_never_reach_the_cms(site_over, method: str) -> None:
    cms = Recorder()
    site = site_over(cms)
    for path in ("/api/v2/pages/", "/media/a/b.webp"):
        answer = site.request(method, path)
        assert answer.status_code == 405
    assert [request for request in cms.requests if request.method == method] == []
    assert json.loads(site.request(method, "/api/v2/pages/").text)["status"] == 405


def test_no_secret_goes_in(site_over) -> None:
    cms = Recorder()
    kept = {
        "Accept": "application/json",
        "If-None-Match": '"1"',
        "Range": "bytes=0-1",
        "Origin": "https://a.example",
    }
    hop = {"Connection": "keep-alive, X-Hop", "X-Hop": "1", "TE": "trailers", "Upgrade": "h2c"}
    site_over(cms).get("/api/v2/pages/", headers=SECRETS | kept | hop)
    sent = cms.requests[0].headers
    assert not {
        "cookie",
        "authorization",
        "proxy-authorization",
        "x-forwarded-for",
        "x-hop",
        "te",
        "upgrade",
    } & set(sent)
    assert {name: sent[name] for name in kept} == kept
    assert sent["host"] == "cms.test"


def test_no_secret_comes_out(site_over) -> None:
    headers = {
        "Set-Cookie": "a=1", "WWW-Authenticate": "Basic", "Server": "secret/1.0", "Connection": "close, X-Hop",
        "X-Hop": "1", "Keep-Alive": "5", "ETag": '"1"', "Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache",
    }  # fmt: skip
    cms = Recorder(headers)
    site = site_over(cms)
    site.get("/api/v2/pages/")
    answer = site.get("/api/v2/pages/")
    # Nor is it kept: what the CMS gave one visitor's request would go along with every other's.
    assert not [request for request in cms.requests if "cookie" in request.headers]
    assert not {"set-cookie", "www-authenticate", "server", "x-hop", "keep-alive"} & set(answer.headers)
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_compressed_bytes_stay_as_they_are(site_over) -> None:
    body = gzip.compress(b'{"ok": 1}')
    cms = Recorder({"Content-Encoding": "gzip", "Content-Length": str(len(body))}, body)
    answer = site_over(cms).get("/api/v2/pages/", headers={"Accept-Encoding": "gzip"})
    assert answer.json() == {"ok": 1}
    assert answer.headers["content-length"] == str(len(body))


def test_the_cms_says_whether_other_sites_may_show_a_picture(site_over) -> None:
    site = site_over(Recorder({"Cross-Origin-Resource-Policy": "cross-origin"}))
    assert site.get("/media/0/a.webp").headers["cross-origin-resource-policy"] == "cross-origin"


def test_redirects_to_the_cms_host_are_ours(site_over) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(301, headers={"Location": "http://cms.test/api/v2/pages/"})

    assert site_over(handler).get("/api/v2/pages").headers["location"] == "/api/v2/pages/"


def test_the_cms_problem_documents_pass(site_over) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"status": 404}, headers={"Content-Type": "application/problem+json"})

    answer = site_over(handler).get("/api/v2/pages/99/")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
