"""What search engines and browsers ask for: sitemaps, robots.txt, how the site is searched."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from frontend.config import Config
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.visitor import Visitor
from tests.sitemap_readers import SPACES, addresses, parts, read_description, read_sitemap

HOST = "http://localhost:3000"


def many(*counts: int):
    """A CMS with so many addresses in its parts from 1 on."""
    told = [
        {"part": number, "count": count, "updated_at": f"2026-01-{number:02}T09:00:00+01:00"}
        for number, count in enumerate(counts, 1)
    ]

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/api/v2/sitemap/":
            return cms_with({})(request)
        number = int(request.url.params.get("part", -1))
        asked = [part for part in told if number in (-1, part["part"])]
        items = [
            {"url": f"/{number}/{each}/", "locale": "sv", "updated_at": None, "alternates": []}
            for part in asked
            for each in range(part["count"] if number > 0 else 0)
        ]
        meta = {"total_count": sum(part["count"] for part in asked), "parts": asked}
        return httpx.Response(200, json={"meta": meta, "items": items})

    return answer


def test_a_small_site_is_one_file(site: Visitor) -> None:
    answer = site.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    found = addresses(read_sitemap(answer.content))
    release = found[f"{HOST}/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"]
    english = f"{HOST}/en/press/2017/final-report-on-the-joint-effort/"
    assert release["lastmod"] == "2017-09-28T14:30:00+02:00"
    assert release["translations"]["en"] == english
    assert release["translations"]["x-default"] == release["translations"]["sv"]
    assert found[f"{HOST}/"]["lastmod"] is None
    assert found[f"{HOST}/om-oss/"]["translations"] == {}
    for path in ("/myndigheter/", "/en/agencies/", "/amnen/", "/en/topics/", "/du-ar/", "/en/you-are/"):
        assert set(found[HOST + path]["translations"]) == {"sv", "en", "x-default"}


def test_a_list_of_a_language_that_is_not_public_is_not_told(site_over) -> None:
    alone = example("site") | {"locales": [{"locale": "sv", "name": "Svenska", "url": "/"}]}
    found = addresses(read_sitemap(site_over(cms_with({}, site=alone)).get("/sitemap.xml").content))
    assert f"{HOST}/myndigheter/" in found
    assert f"{HOST}/en/agencies/" not in found
    assert found[f"{HOST}/amnen/"]["translations"] == {}


def test_a_large_site_is_an_index_of_parts(site_over) -> None:
    site = site_over(many(4000, 1001))
    assert parts(read_sitemap(site.get("/sitemap.xml").content)) == {
        f"{HOST}/sitemap-0.xml": None,
        f"{HOST}/sitemap-1.xml": "2026-01-01T09:00:00+01:00",
        f"{HOST}/sitemap-2.xml": "2026-01-02T09:00:00+01:00",
    }
    found: set[str] = set()
    for number, count in ((0, 6), (1, 4000), (2, 1001)):
        told = addresses(read_sitemap(site.get(f"/sitemap-{number}.xml").content))
        assert len(told) == count
        assert not found & told.keys()
        found |= told.keys()


def test_at_the_edge_a_site_is_small(site_over) -> None:
    assert len(addresses(read_sitemap(site_over(many(4000, 1000)).get("/sitemap.xml").content))) == 5006


@pytest.mark.parametrize("path", ["/sitemap-9.xml", "/sitemap-x.xml", "/sitemap--1.xml", "/sitemap-.xml"])
def test_a_part_that_is_not_there(site_over, path: str) -> None:
    assert site_over(many(1)).get(path).status_code in (301, 404)


def test_letters_that_addresses_cannot_hold_are_escaped(site_over) -> None:
    item = {"url": "/å & <ö>/", "locale": "sv", "updated_at": None, "alternates": []}
    listed = {
        "meta": {"total_count": 1, "parts": [{"part": 1, "count": 1, "updated_at": None}]},
        "items": [item],
    }
    found = addresses(read_sitemap(site_over(cms_with({}, sitemap=listed)).get("/sitemap.xml").content))
    assert f"{HOST}/%C3%A5%20%26%20%3C%C3%B6%3E/" in found


def test_it_counts_as_a_search(site_over) -> None:
    config = Config(api_url="http://cms.test/api/v2/", searches=2)
    site = site_over(many(1), config)
    assert [site.get(path).status_code for path in ("/sitemap.xml", "/sitemap-1.xml", "/sitemap.xml")] == [
        200,
        200,
        429,
    ]
    assert site_over(many(1), config).get("/api/v2/sitemap/").status_code == 200


def test_a_copy_is_asked_about(site: Visitor) -> None:
    for path in ("/sitemap.xml", "/news-sitemap.xml", "/opensearch.xml"):
        etag = site.get(path).headers["etag"]
        assert site.get(path, headers={"If-None-Match": etag}).status_code == 304


def test_news_of_two_days_in_each_language(site_over) -> None:
    asked: list[dict[str, str]] = []
    answer = cms_with({})

    def noting(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v2/pages/":
            asked.append(dict(request.url.params))
        return answer(request)

    tree = read_sitemap(site_over(noting).get("/news-sitemap.xml").content)
    first = tree.find("s:url", SPACES)
    item = example("lists/pages")["items"][0]
    assert first.findtext("s:loc", namespaces=SPACES) == item["meta"]["html_url"]
    assert first.findtext("n:news/n:title", namespaces=SPACES) == item["title"]
    assert first.findtext("n:news/n:publication_date", namespaces=SPACES) == item["published_at"]
    assert first.findtext("n:news/n:publication/n:name", namespaces=SPACES) == "Ekobrottsmyndigheten"
    assert sorted(each["locale"] for each in asked) == ["en", "sv"]
    for each in asked:
        since = datetime.fromisoformat(each["published_after"])
        assert timedelta(hours=48) <= datetime.now(UTC) - since < timedelta(hours=48, minutes=1)
        assert each["type"] == "articles.PressReleasePage"


def test_news_of_the_one_language_that_is_public(site_over) -> None:
    swedish = cms_with({})

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v2/site/" and request.url.params["locale"] == "en":
            return httpx.Response(404, json=example("errors/not_found"))
        return swedish(request)

    tree = read_sitemap(site_over(answer).get("/news-sitemap.xml").content)
    assert [each.text for each in tree.iter("{" + SPACES["n"] + "}language")] == ["sv"]


def test_without_the_cms_sitemaps_say_when_to_ask_again(site_over) -> None:
    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("away")

    site = site_over(away)
    for path in ("/sitemap.xml", "/sitemap-1.xml", "/news-sitemap.xml", "/opensearch.xml"):
        answer = site.get(path)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert site.get("/robots.txt").text == "User-agent: *\nDisallow:\n"


def test_robots_may_read_all_and_are_told_where_it_is(site: Visitor) -> None:
    answer = site.get("/robots.txt", headers={"Host": "evil.example"})
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "User-agent: *",
        "Disallow:",
        "",
        f"Sitemap: {HOST}/sitemap.xml",
        f"Sitemap: {HOST}/news-sitemap.xml",
    ]


@pytest.mark.parametrize(
    ("prefix", "search", "says"),
    [
        ("/", "/sok/", "Sök hos Ekobrottsmyndigheten"),
        ("/en/", "/en/search/", "Search Swedish Economic Crime Authority"),
    ],
)
def test_how_the_site_is_searched(site: Visitor, prefix: str, search: str, says: str) -> None:
    link = f'<link rel="search" type="application/opensearchdescription+xml" href="{prefix}opensearch.xml" title="'
    assert link in site.get(prefix).text
    answer = site.get(f"{prefix}opensearch.xml")
    assert answer.headers["content-type"] == "application/opensearchdescription+xml; charset=utf-8"
    tree = read_description(answer.content)
    urls = {url.get("type"): url.get("template") for url in tree.iterfind("o:Url", SPACES)}
    assert tree.findtext("o:Description", namespaces=SPACES) == says
    assert urls["text/html"] == f"{HOST}{search}?q={{searchTerms}}"
    for template in urls.values():
        filled = template.removeprefix(HOST).replace("{searchTerms}", "brott")
        assert site.get(filled).status_code == 200, filled


def test_suggestions_as_browsers_take_them(site: Visitor) -> None:
    answer = site.get("/opensearch.json?q=slut")
    assert answer.headers["content-type"] == "application/x-suggestions+json"
    words, titles, described, urls = answer.json()
    assert (words, described) == ("slut", [])
    assert len(titles) == len(urls)
    assert all(url.startswith(f"{HOST}/") for url in urls)
    assert site.get("/opensearch.json").json() == ["", [], [], []]
    assert site.get("/opensearch.json", params={"q": "x" * 101}).json()[1] == []
    assert site.get("/opensearch.json", params={"q": "a\x00"}).json()[1] == []


def test_suggestions_count_as_searches(site_over) -> None:
    site = site_over(cms_with({}), Config(api_url="http://cms.test/api/v2/", searches=1))
    assert [site.get("/opensearch.json?q=a").status_code for _ in range(2)] == [200, 429]
