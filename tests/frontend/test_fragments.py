"""Languages within a page: what isn't in the page's own is marked, what is isn't."""

import httpx

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import RELEASE
from tests.frontend.visitor import Visitor


def in_english(**content: object) -> dict:
    return (
        example("pages/press_release")
        | {"meta": example("pages/press_release")["meta"] | {"locale": "en"}}
        | content
    )


def test_what_an_english_page_has_to_say_in_swedish_is_marked(site_over) -> None:
    agency = {
        "id": 9,
        "slug": "tullverket",
        "name": "Tullverket",
        "short_name": "",
        "url": "/en/agencies/tullverket/",
    }
    agency |= {"role": "sender", "name_language": "sv"}
    legal = example("blocks/legal_reference")
    topic = {"id": 6, "slug": "x", "name": "Organiserad brottslighet", "url": "/amnen/x/"}
    source = {"name": "Tullverket", "url": "/en/agencies/tullverket/", "agency": agency}
    page = in_english(agencies=[agency], body=[legal], topics=[topic], source=source)
    html = site_over(cms_with(page)).get("/en/x/").text
    assert '<a href="/en/agencies/tullverket/" lang="sv">Tullverket</a>' in html.partition('class="rail"')[2]
    assert '<a href="/en/agencies/tullverket/" lang="sv">Tullverket</a>' in html.partition("Source")[2]
    assert '<a href="/amnen/x/" lang="sv" hreflang="sv">Organiserad brottslighet</a>' in html
    assert f'rel="external" lang="sv">{legal["value"]["citation"]}</a>' in html


def test_titles_of_pages_in_another_language_are_marked(site_over) -> None:
    related = [
        example("pages/information")["related"][0] | {"url": "/en/x/", "title": "In English", "lead": "Lead."}
    ]
    block = example("blocks/related")
    block["value"]["items"] = [
        block["value"]["items"][0] | {"url": "/en/y/", "title": "Chosen", "lead": "Why."}
    ]
    page = example("pages/information") | {"related": related, "body": [block]}
    html = site_over(cms_with(page)).get("/x/").text
    assert '<a href="/en/x/" lang="en" hreflang="en">In English</a></h3><p lang="en">Lead.</p>' in html
    assert '<a href="/en/y/" lang="en" hreflang="en">Chosen</a>' in html
    assert '<p lang="en">Why.</p>' in html


def test_agencies_of_a_list_are_marked_one_by_one(site_over) -> None:
    card = example("lists/pages")["items"][0]
    english = {
        "id": 1,
        "slug": "x",
        "name": "Swedish Customs",
        "short_name": "",
        "url": "/en/agencies/x/",
        "role": "sender",
    }
    card |= {"agencies": [english, english | {"name": "Säkerhetspolisen", "name_language": "sv"}]}
    listed = {"meta": {"total_count": 1, "facets": {}}, "items": [card]}
    html = site_over(cms_with(example("pages/press_index"), pages=listed)).get("/en/press/").text
    assert '<span>Swedish Customs</span>, <span lang="sv">Säkerhetspolisen</span>' in html


def test_an_agency_without_an_english_name_is_called_by_its_swedish_one(site_over) -> None:
    agency = example("agency") | {"english_name": ""}
    html = site_over(cms_with(httpx.Response(404, json={}), agency=agency)).get("/en/agencies/x/").text
    assert f'<h1 lang="sv">{agency["name"]}</h1>' in html.replace(' class="compact"', "").replace(
        "\N{SOFT HYPHEN}", ""
    )


def test_nothing_is_marked_that_is_in_the_pages_own_language(site: Visitor) -> None:
    main = site.get(RELEASE).text.partition("<main")[2].partition("</main>")[0]
    assert 'lang="sv"' not in main


def test_links_to_pages_in_another_language_say_so(site_over) -> None:
    block = example("blocks/links")
    link = block["value"]["items"][0] | {"external": False}
    block["value"]["items"] = [
        link | {"url": "/en/x/"},
        link | {"url": "/x/"},
        link | {"url": "https://x.example/en/"},
    ]
    html = site_over(cms_with(example("pages/information") | {"body": [block]})).get("/x/").text
    assert f'<a href="/en/x/" hreflang="en">{link["text"]}</a>' in html
    assert f'<a href="/x/">{link["text"]}</a>' in html
    assert f'<a href="https://x.example/en/">{link["text"]}</a>' in html
