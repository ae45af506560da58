"""Which feeds there are: one for each list of press, narrowed as it is, and where they are found."""

import pytest

from tests.feed_readers import read_atom, read_json_feed
from tests.frontend import generous
from tests.frontend.visitor import Visitor


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
