"""Feeds of press: as readers' programs take them, narrowed as lists are, and honest about changes."""

import re
from email.utils import format_datetime, parsedate_to_datetime

import httpx
import pytest
from lxml import etree

from tests.feed_readers import read_atom, read_json_feed
from tests.frontend.attacks import ATTACKS, EACH, EXECUTED
from tests.frontend.contract import example, names
from tests.frontend.poison import every, poisoned_cms
from tests.frontend.scripted import cms_with
from tests.frontend.test_safety import HARMLESS, RICH, Built
from tests.frontend.visitor import Visitor

LONG_AGO = "Mon, 01 Jan 2018 00:00:00 GMT"


def listed(*documents: dict) -> dict:
    """A list of whole documents, as `fields=*` has it."""
    return {"meta": {"total_count": len(documents), "next_after": None}, "items": list(documents)}


def release(**changed: object) -> dict:
    """The contract's press release, as stored."""
    return example("pages/press_release") | changed


@pytest.mark.parametrize("path", ["/feed", "/en/feed"])
def test_both_formats_say_the_same_and_are_read_by_others(site: Visitor, path: str) -> None:
    atom, json = site.get(f"{path}.atom"), site.get(f"{path}.json")
    assert atom.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert json.headers["content-type"] == "application/feed+json; charset=utf-8"
    read, feed = read_atom(atom.content), read_json_feed(json.content)
    assert read.feed.title == feed["title"]
    assert read.feed.language == feed["language"] == ("en" if "/en/" in path else "sv")
    assert len(read.entries) == len(feed["items"]) == 20
    for entry, item in zip(read.entries, feed["items"], strict=True):
        assert (entry.id, entry.link, entry.title) == (item["id"], item["url"], item["title"])
        assert (entry.published, entry.updated) == (item["date_published"], item["date_modified"])
        assert (entry.summary, entry.id[:9]) == (item["summary"], "urn:uuid:")
    assert len({entry.id for entry in read.entries}) == 20


def test_an_entry_is_the_whole_release(site_over) -> None:
    site = site_over(cms_with({}, pages=listed(release())))
    (item,) = read_json_feed(site.get("/feed.json").content)["items"]
    (entry,) = read_atom(site.get("/feed.atom").content).entries
    # feedparser cleans by its own rules what we have cleaned: the texts are the same.
    assert re.sub(r"<[^>]+>|\s", "", entry.content[0].value) == re.sub(
        r"<[^>]+>|\s", "", item["content_html"]
    )
    html = item["content_html"]
    for told in (
        "Rättelse: antalet myndigheter är tolv, inte elva.",
        "Bussen stoppades strax efter klockan fem.",
        "Illustration: Pressrum",
        "Per Wadhed",
        "<h2>Presskontakt</h2>",
        "Karin Lund",
        "<h3>Avsändare</h3>",
        "Datainspektionen</a> <span>heter i dag Integritetsskyddsmyndigheten",
        "Länk till slutrapporten har lagts till.",
        "EBM2017-482",
        "<h2>Nya brottsupplägg upptäcktes</h2>",
        '<span lang="en">in English</span>',
    ):
        assert told in html
    assert not re.search(r'(?:href|src)="(?!https?://|mailto:|tel:)', html)
    assert not re.search(r"<(?:form|input|button|script|style|video|svg)|class=|id=|style=", html)
    assert [author.name for author in entry.authors] == ["Ekobrottsmyndigheten"]
    assert [each.name for each in entry.contributors] == ["Polismyndigheten", "Tullverket"]
    assert [(tag.label, tag.term) for tag in entry.tags] == [
        ("Organiserad brottslighet", "http://localhost:3000/amnen/organiserad-brottslighet/")
    ]
    assert item["image"] == "http://localhost:3000/media/77be10c2a9d4e3f1/hamn-share.jpg"
    assert item["_pressrum"]["contacts"][0]["phone"] == "010-562 90 10"


def test_long_words_are_whole_in_a_feed(site_over) -> None:
    title = "Förundersökningssekretess och offentlighetsprincipen"
    heading = {"id": "1", "type": "heading", "value": {"text": title, "level": 2, "anchor": "a"}}
    page = release(title=title, body=[heading])
    site = site_over(cms_with(page, pages=listed(page)))
    assert "\N{SOFT HYPHEN}" in site.get("/x/").text.partition("<main")[2]
    for path in ("/feed.atom", "/feed.json"):
        assert "\N{SOFT HYPHEN}" not in site.get(path).text
    assert f"<h2>{title}</h2>" in site.get("/feed.json").json()["items"][0]["content_html"]


def test_files_are_enclosures_with_type_and_length(site_over) -> None:
    page = release()
    (files,) = (block["value"]["items"] for block in page["body"] if block["type"] == "attachments")
    site = site_over(cms_with({}, pages=listed(page)))
    (entry,) = read_atom(site.get("/feed.atom").content).entries
    (item,) = read_json_feed(site.get("/feed.json").content)["items"]
    known = {(f"http://localhost:3000{file['url']}", file["type"], file["size"]) for file in files}
    known |= {("http://localhost:3000/media/9c1e5b7a20d4f368/kontroll.mp4", "video/mp4", 4815162)}
    known |= {("http://localhost:3000/media/b81d5e04c7f2a963/hamn-press.jpg", "image/jpeg", 2318402)}
    assert known <= {(each.href, each.type, int(each.length)) for each in entry.enclosures}
    assert known <= {(each["url"], each["mime_type"], each["size_in_bytes"]) for each in item["attachments"]}
    assert len(entry.enclosures) == len({each.href for each in entry.enclosures})


def test_updated_is_the_editors_and_published_stays(site_over) -> None:
    changed, unchanged = release(), release(updated_at=None)
    unchanged["meta"] |= {"uid": "urn:uuid:00000000-0000-0000-0000-000000000001"}
    feed = read_atom(site_over(cms_with({}, pages=listed(changed, unchanged))).get("/feed.atom").content)
    first, second = feed.entries
    assert (first.published, first.updated) == ("2017-09-27T09:00:00+02:00", "2017-09-28T14:30:00+02:00")
    assert second.published == second.updated == "2017-09-27T09:00:00+02:00"
    assert feed.feed.updated == first.updated


def test_an_entry_and_a_feed_keep_their_names_on_another_host_and_at_another_address(site_over) -> None:
    def ids(host: str, path: str) -> list[str]:
        page, site = release(url=path), example("site")
        page["meta"] |= {"html_url": host + path}
        site["meta"] |= {"html_url": f"{host}/"}
        read = read_atom(site_over(cms_with({}, pages=listed(page), site=site)).get("/feed.atom").content)
        assert read.entries[0].link == host + path
        return [read.feed.id, read.entries[0].id]

    assert ids("https://www.example.se", "/press/a/") == ids("https://press.example.org", "/press/b/")


def test_one_request_of_the_cms_whatever_a_feed_holds(site_over) -> None:
    asked: list[httpx.URL] = []
    answer = cms_with({}, pages=listed(*[release()] * 20))

    def counting(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return answer(request)

    site_over(counting).get("/feed.atom")
    assert sorted(url.path for url in asked) == ["/api/v2/pages/", "/api/v2/site/"]
    (listing,) = (dict(url.params) for url in asked if url.path == "/api/v2/pages/")
    assert listing == {
        "type": "articles.PressReleasePage", "order": "-published_at", "fields": "*", "locale": "sv",
        "limit": "20", "offset": "0",
    }  # fmt: skip


def test_a_copy_is_asked_about_by_tag_or_by_date(site_over) -> None:
    answer = httpx.Response(200, json=listed(release()), headers={"Last-Modified": LONG_AGO})
    site = site_over(cms_with({}, pages=answer))
    first = site.get("/feed.atom")
    etag, date = first.headers["etag"], first.headers["last-modified"]
    assert parsedate_to_datetime(date) > parsedate_to_datetime(
        LONG_AGO
    )  # the program is younger than its entries
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    for held in ({"If-None-Match": etag}, {"If-Modified-Since": date}):
        again = site.get("/feed.atom", headers=held)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    for other in (
        {"If-Modified-Since": LONG_AGO},
        {"If-Modified-Since": "yesterday"},
        {"If-None-Match": '"other"', "If-Modified-Since": date},
        {"If-None-Match": "", "If-Modified-Since": date},
    ):
        assert site.get("/feed.atom", headers=other).status_code == 200


def test_a_change_in_the_newsroom_moves_the_date(site_over) -> None:
    later = parsedate_to_datetime(LONG_AGO).replace(year=2099)
    answer = httpx.Response(
        200, json=listed(release()), headers={"Last-Modified": format_datetime(later, usegmt=True)}
    )
    headers = site_over(cms_with({}, pages=answer)).get("/feed.json").headers
    assert parsedate_to_datetime(headers["last-modified"]) == later


def test_head_and_compression(site: Visitor) -> None:
    head = site.head("/feed.atom")
    assert (head.status_code, head.content) == (200, b"")
    assert site.get("/feed.json", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert site.request("DELETE", "/feed.atom").status_code == 405


def test_without_the_cms_it_says_when_to_ask_again(site_over) -> None:
    answer = site_over(cms_with({}, pages=httpx.Response(500))).get("/feed.atom")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")


def test_blocks_unknown_or_broken_leave_the_rest_of_an_entry(site_over) -> None:
    body = [
        {"id": "1", "type": "carousel", "value": {}},
        {"id": "2", "type": "quote", "value": 7},
        *(example(f"blocks/{name}") for name in sorted(names("blocks"))),
    ]
    site = site_over(cms_with({}, pages=listed(release(body=body))))
    (item,) = read_json_feed(site.get("/feed.json").content)["items"]
    assert "Per Wadhed" in item["content_html"]
    assert "Antal sidor i hela beställningen" not in item["content_html"]  # a form that could not be sent
    assert "16&nbsp;§ avgiftsförordningen" in item["content_html"]
    read_atom(site.get("/feed.atom").content)


def test_a_bare_release_is_an_entry(site_over) -> None:
    bare = release(
        lead="", picture=None, agencies=[], topics=[], contacts=[], source=None, body=[], changes=[],
        registry_number="", updated_at=None,
    )  # fmt: skip
    site = site_over(cms_with({}, pages=listed(bare)))
    (entry,) = read_atom(site.get("/feed.atom").content).entries
    assert entry.content[0].value == ""
    assert [each.name for each in entry.get("authors", [])] in ([], ["Ekobrottsmyndigheten"])
    (item,) = read_json_feed(site.get("/feed.json").content)["items"]
    assert "summary" not in item


def test_a_feed_without_entries_is_one(site_over) -> None:
    site = site_over(cms_with({}, pages=listed()))
    assert read_atom(site.get("/feed.atom").content).entries == []
    assert read_json_feed(site.get("/feed.json").content)["items"] == []


def test_signs_that_xml_cannot_hold_are_left_out(site_over) -> None:
    page = release(
        title="Ett\x0b brott\x00 & <ett> \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")
    )
    page["body"] = [{"id": "1", "type": "text", "value": {"html": "<p>a\x1fb &amp; c ]]&gt;</p>"}}]
    (entry,) = read_atom(site_over(cms_with({}, pages=listed(page))).get("/feed.atom").content).entries
    assert entry.title == "Ett brott & <ett> 😀"
    assert "ab &amp; c ]]" in entry.content[0].value


@pytest.mark.parametrize("name", EACH)
def test_attacks_are_inert_in_readers_programs(site_over, name: str) -> None:
    harmless, attacked = (texts(site_over(poisoned_cms(every([word])))) for word in (HARMLESS, ATTACKS[name]))
    for plain, html in zip(harmless, attacked, strict=True):
        built = Built(html)
        assert built.parts - Built(plain).parts - RICH == set()
        assert built.bad == []
        assert EXECUTED not in html


def texts(site: Visitor) -> list[str]:
    """The text of the first entry in each format, as it was sent: feedparser would clean it once more."""
    (content, *_) = etree.fromstring(site.get("/feed.atom").content).iter(
        "{http://www.w3.org/2005/Atom}content"
    )
    return [content.text, site.get("/feed.json").json()["items"][0]["content_html"]]
