"""The search page: what it shows of what was found, what it says when there is nothing, and how often it answers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import httpx
import pytest

from tests.frontend import fake_cms, generous
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_filters import heading, options
from tests.frontend.test_pages import words
from tests.frontend.visitor import CONFIG, Visitor

SEARCHED = example("lists/pages_with_search")


def listing(**meta: Any) -> dict[str, Any]:
    """What was found, by the contract's example."""
    return SEARCHED | {"meta": SEARCHED["meta"] | meta}


def test_the_empty_form_leads_to_topics_and_agencies(site: Visitor) -> None:
    for address in ("/sok/", "/sok/?q=", "/sok/?q=%20%09", "/sok/?typ=nyhet"):
        html = site.get(address).text
        text = words(html.partition("<main")[2])
        assert "Sök Vad letar du efter? Sök Ämnen Organiserad brottslighet" in text
        assert 'href="/myndigheter/"' in html
        assert "träff" not in text
        assert "<title>Sök – " in html


def test_a_hit_has_its_date_its_place_and_the_words_in_it(site_over: Any) -> None:
    html = site_over(cms_with({}, pages=SEARCHED)).get("/sok/?q=organiserad+brottslighet").text
    assert heading(html) == "1 träff på ”organiserad brottslighet”"
    assert "<title>1 träff på ”organiserad brottslighet” – Sök – Ekobrottsmyndigheten</title>" in html
    assert "27 september 2017 Pressmeddelande Slutrapport om insatsen mot organiserad brottslighet" in words(
        html
    )
    assert "mot <mark>organiserad</mark> <mark>brottslighet</mark></a></h3>" in html
    assert "tillsammans mot <mark>organiserad</mark> <mark>brottslighet</mark> i särskilt" in html
    assert "Finns under: Press" in words(html)
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="/en/search/?q=organiserad%20brottslighet"' in html


def test_only_marks_come_through(site_over: Any) -> None:
    hit = SEARCHED["items"][0]
    said = '<b onclick="x">a</b><mark class="x" onclick="x">b</mark><script>c</script>&lt;i&gt;'
    listed = SEARCHED | {"items": [hit | {"highlight": {"title": said, "snippet": said}}]}
    html = site_over(cms_with({}, pages=listed)).get("/sok/?q=a").text
    assert html.count("a<mark>b</mark>&lt;i&gt;") == 2
    assert "onclick" not in html


def test_all_types_of_pages_are_found_and_can_be_chosen(site: Visitor) -> None:
    html = site.get("/sok/?q=ha").text
    assert options(html, "typ") == [
        "Alla typer",
        "Pressmeddelanden (1)",
        "Nyheter (15)",
        "Informationssidor (1)",
    ]
    assert 'form="search"' in html
    assert '<form class="form words" id="search" role="search" action="/sok/">' in html
    narrowed = site.get("/sok/?q=ha&typ=information").text
    assert heading(narrowed) == "1 träff på ”ha” bland informationssidor"
    assert "Information Begär ut en ha ndling Du har rätt" in words(narrowed)
    assert options(narrowed, "typ") == options(html, "typ")
    news = site.get("/sok/?q=ha&typ=nyhet&ar=2017").text
    assert heading(news).endswith("på ”ha” bland nyheter från 2017")
    assert words(news).count("Ta bort") == 3  # each of the two, and all
    assert 'href="/sok/?q=ha">Ta bort alla' in news


def test_a_page_of_a_newer_type_is_a_hit_like_others(site_over: Any) -> None:
    hit = {
        "id": 7, "meta": {"type": "quiz.QuizPage"}, "title": "Frågor", "url": "/fragor/",
    }  # fmt: skip
    html = site_over(cms_with({}, pages=SEARCHED | {"items": [hit]})).get("/sok/?q=x").text
    assert '<a href="/fragor/">Frågor</a>' in html


def test_agencies_and_topics_that_are_called_so_stand_first(site: Visitor) -> None:
    html = site.get("/sok/?q=organiserad").text
    found = html.partition('class="plain found"')[2].partition("</ul>")[0]
    assert words(found).endswith("Organiserad brottslighet Ämne")
    assert "/press/" not in found
    for query in ("q=organiserad&typ=nyhet", "q=tullverket"):
        assert 'class="plain found"' not in site.get(f"/sok/?{query}").text


def test_pages_of_hits_keep_words_and_filters(site: Visitor) -> None:
    html = site.get("/sok/?typ=nyhet&q=er").text
    assert 'rel="next"' not in html
    html = site.get("/sok/?q=er").text
    assert 'href="/sok/?q=er&amp;sida=2" rel="next"' in html
    second = site.get("/sok/?q=er&sida=2").text
    assert '<ol class="plain" start="21">' in second
    assert "sida 2 – Sök" in second
    assert site.get("/sok/?q=er&sida=9").status_code == 404


def test_nothing_found_offers_other_words_tips_and_people(site: Visitor) -> None:
    html = site.get("/sok/?q=skatebrott").text
    text = words(html)
    assert heading(html) == "Inga träffar på ”skatebrott”"
    assert 'Menade du <a href="/sok/?q=skattebrott">skattebrott</a>?' in html
    assert "Det här kan du prova: Kontrollera att orden är rätt stavade." in text
    assert 'href="tel:0105629000"' in html.partition("<footer")[0]
    assert "Ämnen Organiserad brottslighet" in text


def test_nothing_left_by_the_filters_says_which_to_take_away(site: Visitor) -> None:
    text = words(site.get("/sok/?q=skattebrott&typ=pressmeddelande&ar=2017").text)
    assert "Inga träffar på ”skattebrott” bland pressmeddelanden från 2017" in text
    assert "Det finns mer om du tar bort något: Utan Pressmeddelanden 1 Utan 2017" in text


def test_in_english(site_over: Any) -> None:
    html = (
        site_over(cms_with({}, pages=listing(total_count=2)))
        .get("/en/search/?q=crime&type=news&year=2017")
        .text
    )
    assert heading(html) == "2 hits for “crime” among news items from 2017"
    assert 'href="/sok/?q=crime"' in html


def test_the_header_has_no_second_search_there(site: Visitor) -> None:
    assert site.get("/sok/?q=brott").text.count('type="search"') == 1


def test_a_search_is_one_request_and_one_for_names(site_over: Any) -> None:
    asked: list[str] = []

    def cms(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return cms_with({}, pages=SEARCHED)(request)

    site = site_over(cms)
    site.get("/sok/?q=brott")
    assert sorted(asked) == ["/api/v2/pages/", "/api/v2/search/suggest/", "/api/v2/site/"]
    asked.clear()
    site.get("/sok/?q=brott&typ=nyhet&sida=1")
    assert asked == ["/api/v2/pages/"]


@pytest.mark.parametrize("path", ["/sok/", "/en/search/", "/myndigheter/"])
def test_one_visitor_cannot_search_without_end(path: str) -> None:
    visitor = Visitor(httpx.ASGITransport(fake_cms.app), replace(CONFIG, searches=2))
    said = [visitor.get(f"{path}?q=brott").status_code for _ in range(4)]
    answer = visitor.get(f"{path}?q=x")
    others = [visitor.get(address).status_code for address in (path, "/press/", "/amnen/")]
    visitor.close()
    assert said == [200, 200, 429, 429]
    assert others == [200] * 3
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert answer.headers["cache-control"] == "no-store"
    told = "Vänta en stund" if path != "/en/search/" else "Wait a moment"
    assert told in answer.text
    assert 'href="tel:' in answer.text


def test_a_search_too_many_asks_the_cms_nothing() -> None:
    asked: list[str] = []

    def cms(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return cms_with({}, pages=SEARCHED)(request)

    visitor = Visitor(httpx.MockTransport(cms), replace(CONFIG, searches=1))
    visitor.get("/sok/?q=a")
    asked.clear()
    visitor.get("/sok/?q=a")
    visitor.close()
    assert set(asked) <= {"/api/v2/site/"}


@pytest.mark.parametrize("status", [500, 503])
def test_without_the_cms_a_search_says_so(site_over: Any, status: int) -> None:
    answer = site_over(cms_with({}, pages=httpx.Response(status))).get("/sok/?q=a")
    assert answer.status_code == 503


def agencies(number: int) -> dict[str, Any]:
    """So many agencies, in alphabetical order."""
    letters = "ABCDEFGHIJKLMNOPRSTUVÅÄÖ"
    names = [f"{letters[n * len(letters) // number]}myndigheten {n}" for n in range(number)]
    items = [generous.agency("tullverket") | {"name": name, "id": n} for n, name in enumerate(names)]
    return {"meta": {"total_count": number}, "items": items[:100]}


def test_a_long_list_of_agencies_has_letters_and_a_search(site_over: Any) -> None:
    html = site_over(cms_with({}, agencies=agencies(120))).get("/myndigheter/").text
    assert re.findall(r'<h2 class="hang">(.)</h2>', html)[:3] == ["A", "B", "C"]
    assert '<form class="words" role="search" action="/myndigheter/">' in html
    assert 'href="/myndigheter/?sida=2"' in html
    short = site_over(cms_with({}, agencies=agencies(12))).get("/myndigheter/").text
    assert "<h2" not in short.partition("<main")[2].partition("</main")[0]
    assert 'role="search" action="/myndigheter/"' not in short


def test_agencies_can_be_searched_for(site_over: Any) -> None:
    asked: list[httpx.URL] = []

    def cms(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        return cms_with({}, agencies=agencies(3))(request)

    html = site_over(cms).get("/myndigheter/?q=tull").text
    assert [url.params["search"] for url in asked if url.path == "/api/v2/agencies/"] == ["tull"]
    assert 'value="tull"' in html
    assert '<a href="/myndigheter/">Visa hela listan</a>' in html
    assert "noindex" in html
    none = site_over(cms_with({}, agencies={"meta": {"total_count": 0}, "items": []}))
    assert "Visa hela listan" in none.get("/myndigheter/?q=x").text
