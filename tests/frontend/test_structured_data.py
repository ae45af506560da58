"""JSON-LD: what a page is about, of the types of schema.org, and nothing that could run."""

import json
import re
from pathlib import Path

import httpx
import pytest

from frontend.config import Config
from frontend.render import Renderer
from frontend.static_files import StaticFiles
from frontend.theme import read_theme
from tests.frontend import fake_cms
from tests.frontend.attacks import ATTACKS, EACH
from tests.frontend.contract import example, names
from tests.frontend.poison import every, poisoned_cms
from tests.frontend.scripted import cms_with
from tests.frontend.test_theme import SECOND
from tests.frontend.visitor import Visitor
from tests.schema_org import check_types, data_in

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
HOST = "http://localhost:3000"
PATHS = [
    "/", "/en/", "/press/", RELEASE, "/en/press/2017/final-report-on-the-joint-effort/", "/offentlighet-och-sekretess/",
    "/offentlighet-och-sekretess/begar-en-handling/", "/myndigheter/", "/myndigheter/tullverket/",
    "/en/agencies/tullverket/", "/amnen/", "/amnen/organiserad-brottslighet/", "/du-ar/", "/du-ar/journalist/",
]  # fmt: skip


def nodes(html: str) -> dict[str, dict]:
    """Those of a page by their types."""
    data = data_in(html)
    return {node["@type"]: node for node in data["@graph"]} if data else {}


def of_page(site_over, page: dict) -> dict[str, dict]:
    """Those of a document's page."""
    return nodes(site_over(cms_with(page)).get("/x/").text)


@pytest.mark.slow
def test_every_node_is_of_the_type_that_it_says(site: Visitor, site_over, tmp_path: Path) -> None:
    pages = {path: data_in(site.get(path).text) for path in PATHS}
    for name in names("pages"):
        pages[name] = data_in(site_over(cms_with(example(f"pages/{name}"))).get("/x/").text)
    assert None not in pages.values()
    check_types(pages, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "wrong", [{"headlin": "x"}, {"datePublished": 7}, {"author": {"@type": "Thing", "nam": "x"}}]
)
def test_a_node_of_another_type_is_found(site: Visitor, tmp_path: Path, wrong: dict) -> None:
    data = data_in(site.get(RELEASE).text)
    (article,) = (node for node in data["@graph"] if node["@type"] == "NewsArticle")
    article.update(wrong)
    with pytest.raises(AssertionError, match=f"({'|'.join(wrong)}).*"):
        check_types({"/": data}, tmp_path)


def test_a_press_release(site_over) -> None:
    page = example("pages/press_release")
    article = of_page(site_over, page)["NewsArticle"]
    assert article["headline"] == page["title"]
    assert article["mainEntityOfPage"] == page["meta"]["html_url"]
    assert (article["datePublished"], article["dateModified"]) == (page["published_at"], page["updated_at"])
    assert [author["name"] for author in article["author"]] == ["Ekobrottsmyndigheten"]
    assert article["publisher"] == {"@id": f"{HOST}/#authority"}
    assert article["image"]["url"] == f"{HOST}/media/77be10c2a9d4e3f1/hamn-share.jpg"
    assert article["image"]["width"]["value"] == 1200
    assert article["about"] == [
        {
            "@type": "Thing",
            "name": "Organiserad brottslighet",
            "url": f"{HOST}/amnen/organiserad-brottslighet/",
        }
    ]
    assert article["correction"]["text"] == "Rättelse: antalet myndigheter är tolv, inte elva."


def test_a_press_release_of_the_authority_alone(site_over) -> None:
    bare = {"agencies": [], "picture": None, "updated_at": None, "changes": [], "topics": []}
    article = of_page(site_over, example("pages/press_release") | bare)["NewsArticle"]
    assert article["author"] == article["publisher"]
    assert article["dateModified"] == article["datePublished"]
    assert not {"image", "correction", "about", "sourceOrganization"} & article.keys()


@pytest.mark.parametrize("length", [109, 110, 111, 300])
def test_a_headline_is_at_most_110_characters(site_over, length: int) -> None:
    title = ("Ett långt namn " * 30)[:length].strip().ljust(length, "x")
    said = of_page(site_over, example("pages/press_release") | {"title": title})["NewsArticle"]["headline"]
    assert len(said) <= 110
    assert said == title if length <= 110 else (said.endswith("…") and title.startswith(said[:-1] + " "))


def test_the_way_to_a_page_ends_with_itself(site: Visitor) -> None:
    for path, way in {
        RELEASE: [f"{HOST}/", f"{HOST}/press/", HOST + RELEASE],
        "/myndigheter/tullverket/": [f"{HOST}/", f"{HOST}/myndigheter/", f"{HOST}/myndigheter/tullverket/"],
        "/en/topics/": [f"{HOST}/en/", f"{HOST}/en/topics/"],
        "/du-ar/journalist/": [f"{HOST}/", f"{HOST}/du-ar/", f"{HOST}/du-ar/journalist/"],
    }.items():
        items = nodes(site.get(path).text)["BreadcrumbList"]["itemListElement"]
        assert [item["item"] for item in items] == way
        assert [item["position"] for item in items] == [*range(1, len(way) + 1)]
    assert "BreadcrumbList" not in nodes(site.get("/").text)


def test_home_says_how_the_site_is_searched(site: Visitor) -> None:
    for path, search in {"/": "/sok/", "/en/": "/en/search/"}.items():
        target = nodes(site.get(path).text)["WebSite"]["potentialAction"]["target"]["urlTemplate"]
        assert target == f"{HOST}{search}?q={{words}}"
        assert site.get(target.replace(HOST, "").replace("{words}", "brott")).status_code == 200


def test_questions_are_told_with_their_answers(site_over) -> None:
    block = example("blocks/questions")
    asked = of_page(site_over, example("pages/information") | {"body": [block]})["FAQPage"]["mainEntity"]
    assert [each["name"] for each in asked] == [item["question"] for item in block["value"]["items"]]
    assert all(each["acceptedAnswer"]["text"].startswith("<p>") for each in asked)
    assert not re.search(r'href="/', json.dumps(asked))
    assert "FAQPage" not in of_page(site_over, example("pages/information") | {"body": []})


def test_an_agency(site: Visitor) -> None:
    found = data_in(site.get("/en/agencies/polismyndigheten/").text)["@graph"]
    agency = next(node for node in found if node["@id"].endswith("#agency"))
    assert agency["name"] == "Swedish Police Authority"
    assert agency["alternateName"] == ["Polismyndigheten", "Polisen"]
    assert agency["description"] == "Investigates and prevents economic crime."
    assert agency["url"] == "https://www.polismyndigheten.se/"


def test_the_authority_has_its_logo_where_the_theme_has_one(site: Visitor) -> None:
    theme = read_theme(SECOND)
    config = Config(api_url="http://cms.test/api/v2/", theme=theme)
    other = Visitor(httpx.ASGITransport(fake_cms.app), config, Renderer(StaticFiles(theme)))
    logo = nodes(other.get("/").text)["GovernmentOrganization"]["logo"]["url"]
    assert logo == HOST + StaticFiles(theme).address("logo")
    assert other.get(logo.removeprefix(HOST)).status_code == 200
    other.close()
    assert "logo" not in nodes(site.get("/").text)["GovernmentOrganization"]


@pytest.mark.parametrize("path", ["/sok/", "/press/?typ=nyhet", "/finns-inte/", "/borttagen/"])
def test_what_is_not_to_be_kept_says_nothing(site: Visitor, path: str) -> None:
    assert data_in(site.get(path).text) is None


@pytest.mark.parametrize("name", EACH)
def test_no_text_ends_the_data(site_over, name: str) -> None:
    attack = ATTACKS[name]
    html = site_over(poisoned_cms(every([attack]))).get("/press_release/").text
    (raw,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert html.count("<script") == html.count("</script>") == 2  # and the site's own
    assert not re.search("[<>&'\u2028\u2029]", raw)
    assert nodes(html)["NewsArticle"]["description"] == attack


def test_a_document_without_sense_is_still_a_page(site_over, caplog: pytest.LogCaptureFixture) -> None:
    page = example("pages/press_release") | {"topics": [{"name": "Ämne"}]}
    answer = site_over(cms_with(page)).get("/x/")
    assert answer.status_code == 200
    assert data_in(answer.text) is None
    assert "no structured data" in caplog.messages
