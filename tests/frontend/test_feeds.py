"""Feeds of press: as readers' programs take them, narrowed as lists are, and honest about changes."""

import re
from email.utils import format_datetime, parsedate_to_datetime

import httpx
import pytest
from lxml import etree

from tests.feed_readers import read_atom, read_json_feed
from tests.frontend import generous
from tests.frontend.attacks import ATTACKS, EXECUTED
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


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Pressmeddelanden och nyheter från Ekobrottsmyndigheten"),
        ("typ=pressmeddelande", "Pressmeddelanden från Ekobrottsmyndigheten"),
        ("typ=nyhet&ar=2017", "Nyheter från Ekobrottsmyndigheten från 2017"),
        ("myndighet=polismyndigheten", "Pressmeddelanden och nyheter från Ekobrottsmyndigheten med Polismyndigheten"),
        (
            "myndighet=polismyndigheten&roll=kalla",
            "Pressmeddelanden och nyheter från Ekobrottsmyndigheten med Polismyndigheten som källa",
        ),
        (
            "amne=organiserad-brottslighet",
            "Pressmeddelanden och nyheter från Ekobrottsmyndigheten om Organiserad brottslighet",
        ),
        ("q=slutrapport", "Pressmeddelanden och nyheter från Ekobrottsmyndigheten som nämner ”slutrapport”"),
        ("q=finnsinte", "Pressmeddelanden och nyheter från Ekobrottsmyndigheten som nämner ”finnsinte”"),
        ("utm_source=x", "Pressmeddelanden och nyheter från Ekobrottsmyndigheten"),
    ],
)  # fmt: skip
def test_a_feed_is_narrowed_as_lists_are_and_says_so(site: Visitor, query: str, title: str) -> None:
    read = read_atom(site.get(f"/feed.atom?{query}").content)
    assert read.feed.title == title
    assert read_json_feed(site.get(f"/feed.json?{query}").content)["title"] == title
    assert bool(read.entries) == ("finnsinte" not in query)


def test_english_words_narrow_english_feeds(site: Visitor) -> None:
    title = read_atom(site.get("/en/feed.atom?type=news&agency=tullverket&role=partner").content).feed.title
    assert title.startswith("News from Swedish Economic Crime Authority with ")
    assert title.endswith(" as partner")


@pytest.mark.parametrize(
    "query",
    [
        "ar=17",
        "typ=information",
        "typ=news",
        "myndighet=finns-inte",
        "amne=9",
        "sida=0",
        "sida=99",
        "roll=chef",
    ],
)
def test_what_no_list_knows_no_feed_does(site: Visitor, query: str) -> None:
    for form in ("atom", "json"):
        assert site.get(f"/feed.{form}?{query}").status_code == 404


def test_more_words_than_are_searched_for_are_no_feed(site: Visitor) -> None:
    assert site.get("/feed.atom", params={"q": "ord " * 21}).status_code == 404
    assert site.get("/feed.atom", params={"q": "o" * 201}).status_code == 404


def test_its_pages_are_linked_and_have_one_name(site: Visitor) -> None:
    first = read_atom(site.get("/feed.atom?typ=pressmeddelande").content).feed
    links = {link.rel: link.href for link in first.links}
    origin = "http://localhost:3000/feed.atom?typ=pressmeddelande"
    assert links["self"] == links["first"] == origin
    assert links["next"] == links["last"] == f"{origin}&sida=2"
    assert "previous" not in links
    last = read_atom(site.get("/feed.atom?typ=pressmeddelande&sida=2").content).feed
    assert {link.rel: link.href for link in last.links}["previous"] == origin
    assert last.id == first.id
    json = read_json_feed(site.get("/feed.json").content)
    assert json["next_url"] == "http://localhost:3000/feed.json?sida=2"
    assert "next_url" not in read_json_feed(site.get("/feed.json?sida=3").content)
    assert read_atom(site.get("/feed.atom").content).feed.id != first.id


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
        {"If-None-Match": ""},
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


@pytest.mark.parametrize("name", ATTACKS)
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


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/press/", "/feed.atom"),
        ("/press/?typ=pressmeddelande&sida=2", "/feed.atom?typ=pressmeddelande"),
        ("/press/?q=brott", "/feed.atom?q=brott"),
        ("/myndigheter/polismyndigheten/", "/feed.atom?myndighet=polismyndigheten"),
        ("/myndigheter/polismyndigheten/?roll=kalla", "/feed.atom?myndighet=polismyndigheten&amp;roll=kalla"),
        (
            "/en/agencies/polismyndigheten/?role=source",
            "/en/feed.atom?agency=polismyndigheten&amp;role=source",
        ),
        ("/amnen/organiserad-brottslighet/", "/feed.atom?amne=organiserad-brottslighet"),
        ("/sok/?q=slutrapport&typ=pressmeddelande", "/feed.atom?q=slutrapport&amp;typ=pressmeddelande"),
    ],
)
def test_lists_lead_to_their_own_feeds(site: Visitor, page: str, feed: str) -> None:
    html = site.get(page).text
    head, _, body = html.partition("</head>")
    assert f'<link rel="alternate" type="application/atom+xml" href="{feed}" title="' in head
    json = feed.replace("feed.atom", "feed.json")
    assert f'<link rel="alternate" type="application/feed+json" href="{json}" title="' in head
    assert f'<a href="{feed}" type="application/atom+xml">Atom</a>' in body
    assert f'<a href="{json}" type="application/feed+json">JSON Feed</a>' in body
    assert site.get(feed.replace("&amp;", "&")).status_code == 200


def test_a_search_among_information_has_no_feed(site: Visitor) -> None:
    html = site.get("/sok/?q=begär&typ=information").text
    assert "feed.atom?" not in html
    assert "Följ urvalet" not in html


@pytest.mark.parametrize(
    ("path", "feed"), [("/", "/feed.atom"), ("/en/", "/en/feed.atom"), ("/finns-inte/", "/feed.atom")]
)
def test_every_page_leads_to_all_of_the_press(site: Visitor, path: str, feed: str) -> None:
    footer = site.get(path).text.partition('<footer class="colophon')[2]
    assert f'href="{feed}"' in footer
    assert f'href="{feed.replace("atom", "json")}"' in footer


def test_generous_lists_have_names_of_their_own() -> None:
    ids = [item["meta"]["uid"] for item in generous.press_list()]
    assert len(ids) == len(set(ids))
