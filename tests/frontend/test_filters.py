"""Lists narrowed by their address: what is asked of the API, what is shown, and what no address can break."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import httpx
import pytest

from frontend.language import LANGUAGES, Language
from frontend.narrowing.filters import FILTERS
from frontend.parameters import BY_ROUTE, BY_TYPE, IN_TEXTS, KNOWN, names_in
from tests.frontend import fake_cms
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import CONFIG, STRICT, Visitor

TOPIC = "/amnen/organiserad-brottslighet/"
AGENCY = "/myndigheter/arbetsformedlingen/"


class Noting(httpx.AsyncBaseTransport):
    """The fake CMS, and what it was asked for."""

    def __init__(self) -> None:
        self.cms = httpx.ASGITransport(fake_cms.app)
        self.asked: list[httpx.URL] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url)
        return await self.cms.handle_async_request(request)


@pytest.fixture
def asked_of() -> Any:
    """asked_of(address): the parameters of each list that the CMS is asked for."""
    noting = Noting()
    visitor = Visitor(noting, renderer=STRICT)

    def ask(address: str) -> list[dict[str, str]]:
        noting.asked.clear()
        visitor.get(address)
        lists = [
            url
            for url in noting.asked
            if url.path in ("/api/v2/pages/", "/api/v2/agencies/", "/api/v2/topics/")
        ]
        return [dict(url.params) for url in lists]

    yield ask
    visitor.close()


def options(html: str, name: str) -> list[str]:
    """What a field of choices offers."""
    inside = re.search(rf'<select [^>]*name="{name}".*?</select>', html, re.S)
    return re.findall(r"<option[^>]*>([^<]*)", inside[0]) if inside else []


def heading(html: str) -> str:
    """What the list says that it holds."""
    found = re.search(r'<h2 id="(?:list|hits)">(.*?)</h2>', html)
    return found[1] if found else ""


def test_the_press_list_offers_filters_with_counts(site: Visitor) -> None:
    html = site.get("/press/").text
    assert heading(html) == "46 pressmeddelanden och nyheter"
    assert options(html, "typ") == ["Alla typer", "Pressmeddelanden (31)", "Nyheter (15)"]
    assert options(html, "ar")[:3] == ["Alla år", "2018 (1)", "2017 (8)"]
    offered = options(html, "myndighet")
    assert offered[:2] == ["Alla myndigheter", "Arbetsförmedlingen (39)"]
    assert offered[-2:] == ["Tullverket (1)", "Åklagarmyndigheten (1)"]
    assert re.search(r'<form class="[^"]*filters" action="/press/"', html)
    assert 'name="robots"' not in html
    assert "Ta bort" not in html


def test_a_filter_without_a_choice_is_not_offered(site: Visitor) -> None:
    assert options(site.get("/press/").text, "amne") == []  # all are on the same topic


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/press/?typ=nyhet", "15 nyheter"),
        ("/press/?ar=2018", "1 pressmeddelande eller nyhet från 2018"),
        ("/press/?typ=pressmeddelande&ar=2018", "1 pressmeddelande från 2018"),
        ("/press/?myndighet=tullverket", "1 pressmeddelande eller nyhet med Tullverket"),
        ("/press/?amne=organiserad-brottslighet&typ=nyhet", "15 nyheter om Organiserad brottslighet"),
        (
            "/press/?ar=2017&typ=pressmeddelande&amne=organiserad-brottslighet&myndighet=arbetsformedlingen",
            "4 pressmeddelanden med Arbetsförmedlingen om Organiserad brottslighet från 2017",
        ),
        ("/press/?q=skattebrott", "7 pressmeddelanden och nyheter som nämner ”skattebrott”"),
        ("/press/?typ=nyhet&ar=1999", "Inga nyheter från 1999"),
        ("/press/?typ=&ar=&q=+&sida=1", "46 pressmeddelanden och nyheter"),
        (f"{TOPIC}?typ=nyhet&ar=2017", "3 nyheter från 2017"),
        (f"{AGENCY}?typ=nyhet&roll=samverkande", "13 nyheter med myndigheten som samverkande"),
    ],
)
def test_a_heading_says_what_the_list_shows(site: Visitor, address: str, told: str) -> None:
    html = site.get(address).text
    assert heading(html) == told
    assert ("<title>" + told in html) == ("?" in address and told != "46 pressmeddelanden och nyheter")


def test_in_english(site_over: Any) -> None:
    index = example("pages/press_index") | {"url": "/en/press/"}
    listed = example("lists/pages") | {"meta": example("lists/pages_with_facets")["meta"]}
    html = (
        site_over(cms_with(index, pages=listed)).get("/en/press/?type=news&agency=tullverket&year=2017").text
    )
    assert heading(html) == "12 news items with Tullverket from 2017"
    assert options(html, "type") == ["All types", "Press releases (11)", "News items (1)"]


def test_what_is_chosen_can_be_taken_away_one_by_one_and_at_once(site: Visitor) -> None:
    html = site.get("/press/?ar=2017&myndighet=arbetsformedlingen&q=brott&sida=1").text
    chosen = html.partition('class="plain topics chosen"')[2].partition("</ul>")[0]
    assert words(chosen).endswith(
        "Ord ”brott” Ta bort ”brott” Myndighet Arbetsförmedlingen Ta bort Arbetsförmedlingen År 2017 Ta bort 2017 "
        "Ta bort alla"
    )
    assert re.findall('href="(.*?)"', chosen) == [
        "/press/?myndighet=arbetsformedlingen&amp;ar=2017",
        "/press/?q=brott&amp;ar=2017",
        "/press/?q=brott&amp;myndighet=arbetsformedlingen",
        "/press/",
    ]
    assert '<option value="arbetsformedlingen" selected>' in html
    assert 'value="brott"' in html


def test_pages_keep_the_filters(site: Visitor) -> None:
    html = site.get("/press/?typ=pressmeddelande&sida=2").text
    assert 'rel="prev" href="/press/?typ=pressmeddelande"' in html
    assert (
        'href="/press/?typ=pressmeddelande&amp;sida=2" rel="next"'
        in site.get("/press/?typ=pressmeddelande").text
    )


def test_narrowed_lists_are_not_for_search_engines(site: Visitor) -> None:
    for address in ("/press/?typ=nyhet", f"{TOPIC}?ar=2017", f"{AGENCY}?roll=samverkande", "/press/?q=brott"):
        assert '<meta name="robots" content="noindex">' in site.get(address).text
    for address in ("/press/", "/press/?sida=2", TOPIC, AGENCY, "/press/?utm_source=x"):
        assert "noindex" not in site.get(address).text


def test_an_empty_list_says_which_filter_to_take_away(site: Visitor) -> None:
    html = site.get("/press/?typ=nyhet&ar=2018").text
    nothing = html.partition("Det finns mer om du tar bort något:")[2].partition("</section>")[0]
    assert words(nothing).startswith("Utan Nyheter 1 Utan 2018 15 Visa hela listan")
    assert 'href="/press/?ar=2018">Utan Nyheter' in nothing
    # Whatever else is taken away, nothing is from that year.
    assert words(site.get("/press/?typ=nyhet&ar=1999").text).count("Utan") == 1
    assert "Utan" not in words(site.get("/press/?ar=1999").text)


def test_words_that_were_found_are_marked(site: Visitor) -> None:
    html = site.get("/press/?q=skattebrott").text
    assert "Åtal för grovt <mark>skattebrott</mark> i byggbranschen" in html


def test_a_list_and_its_counts_are_one_request(asked_of: Callable[[str], Any]) -> None:
    for address in (
        "/press/", "/press/?q=x&myndighet=tullverket&amne=organiserad-brottslighet&typ=nyhet&ar=2017&sida=1",
        f"{TOPIC}?myndighet=tullverket&typ=nyhet&ar=2017", f"{AGENCY}?roll=samverkande&ar=2017",
        "/sok/?q=brott&typ=nyhet", "/myndigheter/", "/amnen/",
    ):  # fmt: skip
        assert len(asked_of(address)) == 1, address


def test_what_the_api_is_asked(asked_of: Callable[[str], Any]) -> None:
    (asked,) = asked_of(
        "/press/?q=brott&myndighet=tullverket&amne=x-y&typ=nyhet&ar=2017&sida=2&limit=7&type=y"
    )
    assert asked == {
        "type": "articles.PressReleasePage", "order": "-published_at", "child_of": "5", "locale": "sv",
        "search": "brott", "agency": "tullverket", "topic": "x-y", "kind": "news", "year": "2017",
        "facets": "agency,topic,kind,year", "limit": "20", "offset": "20",
    }  # fmt: skip
    (asked,) = asked_of(f"{AGENCY}?roll=kalla")
    assert (asked["agency"], asked["agency_role"]) == ("1", "source")


BAD = [
    "myndighet=finns-inte", "myndighet=4", "myndighet=a,b", "myndighet=%C3%A5", "myndighet=../x", "myndighet=%00",
    f"myndighet={'x' * 101}", "amne=finns-inte", "amne=x%20y", "typ=press_release", "typ=Nyhet", "typ=information",
    "typ=1", "ar=17", "ar=20177", "ar=MMXVII", "ar=%D9%A2%D9%A0%D9%A1%D9%A7", "ar=2017,2018", "ar=-2017", "sida=0",
    "sida=x", "sida=99", "typ=nyhet&sida=9", "q=brott&sida=9", "ar=1999&sida=2",
]  # fmt: skip


@pytest.mark.parametrize("query", BAD)
def test_a_value_that_cannot_be_is_nowhere(site: Visitor, query: str) -> None:
    assert site.get(f"/press/?{query}").status_code == 404


@pytest.mark.parametrize("path", ["/press/", TOPIC, AGENCY, "/myndigheter/", "/amnen/", "/du-ar/", "/sok/"])
def test_what_an_address_does_not_know_is_passed_over(site: Visitor, path: str) -> None:
    plain = site.get(path).text
    for query in (
        "utm_source=x",
        "sidor=2&kvitto=x",
        "x",
        "=",
        "&&",
        "agency=tullverket&year=1",
        "limit=999",
        "%00=%00",
    ):
        assert site.get(f"{path}?{query}").text == plain, query


ODD = [
    "%00", "%ff%fe", "%F0%9F%A6%8A", "a%00b", "%E2%80%AE", "'; drop table", "\"", "-", "%25", "<script>", "a" * 200,
    "a" * 201, "+".join("a" * 21), "a" * 5000, "{{7*7}}", "\\", "%0d%0aSet-Cookie:x", "*:*", "&lt;",
]  # fmt: skip


@pytest.mark.parametrize("path", ["/press/", "/sok/"])
@pytest.mark.parametrize("text", ODD)
def test_whatever_is_typed_gets_a_page(site: Visitor, path: str, text: str) -> None:
    answer = site.get(f"{path}?q={text}")
    assert answer.status_code == 200
    assert "<script>" not in answer.text.partition("<main")[2]


def test_more_than_can_be_searched_for_is_told_so(site: Visitor, asked_of: Callable[[str], Any]) -> None:
    for text in ("a" * 201, "+".join(f"a{number}" for number in range(21))):
        for path in ("/press/", "/sok/"):
            assert "Skriv högst 200 tecken och 20 ord." in site.get(f"{path}?q={text}").text
    assert asked_of(f"/press/?q={'a' * 201}") == []


def test_a_repeated_parameter_is_its_last_value(site: Visitor) -> None:
    assert heading(site.get("/press/?typ=pressmeddelande&typ=nyhet").text) == "15 nyheter"


def test_searching_in_a_list_is_limited_and_reading_it_is_not() -> None:
    visitor = Visitor(httpx.ASGITransport(fake_cms.app), replace(CONFIG, searches=2, reads=2))
    said = [
        visitor.get(f"/press/?{query}").status_code
        for query in ("q=a", "q=b", "q=c", "ar=2017", "", "sida=2")
    ]
    visitor.close()
    assert said == [200, 200, 429, 200, 200, 200]


def test_an_older_cms_without_counts_still_gives_a_list(site_over: Any) -> None:
    html = site_over(cms_with(example("pages/press_index"))).get("/press/?typ=nyhet").text
    assert heading(html) == "1 nyhet"


def test_every_filter_has_its_parameter_and_every_parameter_its_place() -> None:
    names = {
        each.name.removesuffix("_parameter") for each in fields(Language) if each.name.endswith("_parameter")
    }
    used = {name for known in KNOWN.values() for name in known}
    assert used == names
    assert set(FILTERS) <= names
    for known in (*BY_TYPE.values(), IN_TEXTS):
        assert set(known) <= set(BY_ROUTE["page"])


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_no_address_has_one_word_for_two_parameters(language: Language) -> None:
    for known in KNOWN.values():
        assert len(names_in(language, known)) == len(known)
    assert len(set(language.address_words.values())) == len(language.address_words)
