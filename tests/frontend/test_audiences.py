"""Who the reader is, as links: on the front page, on sections and on a page of its own, and kept nowhere."""

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import Visitor

JOURNALIST = '<a href="/du-ar/journalist/"'


def test_the_choice_stands_on_the_front_page_and_on_sections(site: Visitor) -> None:
    for path in ("/", "/offentlighet-och-sekretess/"):
        html = site.get(path).text
        assert "Tala om vem du är Privatperson Journalist" in words(html)
        assert f"{JOURNALIST}>Journalist</a>" in html


def test_it_stands_on_no_page_that_leads_no_further(site_over) -> None:
    html = site_over(cms_with(example("pages/information") | {"children": []})).get("/x/").text
    assert JOURNALIST not in html


def test_an_audience_has_its_ways_and_its_pages(site: Visitor) -> None:
    answer = site.get("/du-ar/journalist/")
    text = words(answer.text)
    assert "Du är Journalist Här finns presskontakten" in text
    assert "Press Pressmeddelanden och nyheter, de senaste först." in text
    assert "Så läser du en stämningsansökan domstol.se" in text
    assert "Mer för dig" in text
    assert f'{JOURNALIST} aria-current="page">Journalist</a>' in answer.text
    assert 'href="/en/you-are/journalist/"' in answer.text
    assert "set-cookie" not in answer.headers


def test_the_pages_are_those_for_the_audience_in_the_language(site_over) -> None:
    asked = []
    answers = cms_with(example("audience"))

    def noting(request):
        asked.append(dict(request.url.params))
        return answers(request)

    site_over(noting).get("/du-ar/journalist/")
    assert {"audience": "6", "locale": "sv", "order": "title", "limit": "50"} in asked


def test_the_list_of_audiences(site: Visitor) -> None:
    html = site.get("/du-ar/").text
    assert "Vägar till det du behöver, beroende på vem du är." in html
    assert '<h2><a href="/du-ar/journalist/">Journalist</a></h2>' in html


def test_a_site_without_audiences(site_over) -> None:
    bare = example("site") | {"audiences": []}
    html = site_over(cms_with(example("pages/home"), site=bare)).get("/").text
    assert "Tala om vem du är" not in html
