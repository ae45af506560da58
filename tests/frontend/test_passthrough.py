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


def test_validators_encodings_and_terms_pass_both_ways(site_over) -> None:
    told = {
        "ETag": '"1-br"', "Last-Modified": "Wed, 25 Nov 2026 01:00:00 GMT", "Vary": "Accept-Encoding",
        "Cache-Control": "public, max-age=0, s-maxage=60", "Surrogate-Key": "page:1 pages", "Pressrum-Sequence": "7",
        "Access-Control-Expose-Headers": "ETag", "Cross-Origin-Resource-Policy": "cross-origin", "Retry-After": "5",
        "Link": '<?after=x>; rel="next"', "Access-Control-Max-Age": "86400", "Allow": "GET",
    }  # fmt: skip
    asked = {
        "If-None-Match": '"1"', "If-Match": '"2"', "If-Modified-Since": told["Last-Modified"],
        "If-Unmodified-Since": told["Last-Modified"], "Accept-Encoding": "br;q=1.0, gzip;q=0.5",
        "Access-Control-Request-Headers": "x", "Access-Control-Request-Method": "GET",
    }  # fmt: skip
    cms = Recorder(told)
    answer = site_over(cms).get("/api/v2/pages/", headers=asked)
    assert {name: cms.requests[0].headers[name] for name in asked} == asked
    assert {name: answer.headers[name] for name in told} == told


def test_304_has_no_body_and_keeps_its_headers(site_over) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(304, headers={"ETag": '"1"', "Vary": "Accept-Encoding"})

    answer = site_over(handler).get("/api/v2/pages/", headers={"If-None-Match": '"1"'})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", '"1"')
    assert "content-type" not in answer.headers


def test_what_the_visitor_does_not_wish_for_is_not_asked_for(site_over) -> None:
    cms = Recorder()
    site = site_over(cms)
    site.request("GET", "/api/v2/pages/", headers={"Accept-Encoding": ""})
    assert cms.requests[0].headers["accept-encoding"] in ("", "identity")


@pytest.mark.parametrize(
    "target", ["/api/v2/pages/?kind=" + "x" * 17_000, "/api/v2/" + "x/" * 9000, "/media/" + "x" * 17_000]
)
def test_an_address_longer_than_any_is_not_passed_on(site_over, target: str) -> None:
    cms = Recorder()
    answer = site_over(cms).get(target)
    assert answer.status_code == 414
    assert [request for request in cms.requests if len(str(request.url)) > 1000] == []


def test_a_query_of_ten_thousand_letters_is_the_cms_s_to_refuse(site_over) -> None:
    cms = Recorder()
    assert site_over(cms).get("/api/v2/pages/?kind=" + "x" * 10_000).status_code == 200
    assert len(cms.requests) == 1


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/api/v2/" + "x" * 20_000, 414), ("POST", "/api/v2/pages/", 405), ("GET", "/api/v3/pages/", 404),
        ("GET", "/api/v2/..%2f", 404), ("PUT", "/api/v2/nowhere/", 405),
    ],
)  # fmt: skip
def test_our_own_refusals_are_the_apis_too(site_over, method: str, target: str, status: int) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"detail": "x"})

    answer = site_over(handler).request(
        method, httpx.URL("http://localhost:3000").copy_with(raw_path=target.encode())
    )
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json().keys() == {"type", "title", "status", "detail", "message", "hint"}


def test_the_site_s_own_questions_want_no_compression(site_over) -> None:
    cms = Recorder()
    site_over(cms).get("/")
    assert {request.headers["accept-encoding"] for request in cms.requests} == {"identity"}
