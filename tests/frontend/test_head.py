"""What pages say of themselves to programs: address, translations, picture, and whether they may be kept."""

import re
from html import unescape

import pytest

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.visitor import Visitor

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
HOST = "http://localhost:3000"


def head(html: str) -> dict[str, list[str]]:
    """What the head says, by the name of each thing."""
    said: dict[str, list[str]] = {}
    for tag in re.findall(r"<(?:meta|link) [^>]+>", html.partition("</head>")[0]):
        names = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        name = names.get("name") or names.get("property") or names.get("rel", "")
        if name == "alternate":
            name = names.get("hreflang") or names["type"]
        said.setdefault(name, []).append(unescape(names.get("content") or names.get("href", "")))
    return said


def test_a_press_release(site: Visitor) -> None:
    said = head(site.get(RELEASE).text)
    page = example("pages/press_release")
    assert said["canonical"] == said["og:url"] == [page["meta"]["html_url"]]
    assert said["description"] == said["og:description"] == [page["lead"]]
    assert said["og:title"] == [page["title"]]
    assert said["og:type"] == ["article"]
    assert said["og:site_name"] == ["Ekobrottsmyndigheten"]
    assert said["og:locale"] == ["sv_SE"]
    assert said["og:image"] == [f"{HOST}/media/0123456789abcdef/harbour-share.webp"]
    assert (said["og:image:width"], said["og:image:height"]) == (["1200"], ["630"])
    assert said["og:image:alt"] == ["En hamn i gryningen med en buss på kajen."]
    assert said["article:published_time"] == [page["published_at"]]
    assert said["article:modified_time"] == [page["updated_at"]]
    assert said["sv"] == said["x-default"] == [page["meta"]["html_url"]]
    assert said["en"] == [f"{HOST}/en/press/2017/final-report-on-the-joint-effort/"]
    assert "robots" not in said
    assert said["application/atom+xml"] == ["/feed.atom"]


def test_translations_name_each_other(site: Visitor) -> None:
    swedish = head(site.get(RELEASE).text)
    english = head(site.get("/en/press/2017/final-report-on-the-joint-effort/").text)
    for code in ("sv", "en", "x-default"):
        assert swedish[code] == english[code]
    assert english["canonical"] == english["en"]
    assert english["og:locale"] == ["en_GB"]
    assert english["application/atom+xml"] == ["/en/feed.atom"]


def test_a_page_in_one_language_names_no_other(site_over) -> None:
    for page in (
        example("pages/information") | {"alternates": []},
        example("pages/information") | {"alternates": [{"locale": "de", "title": "x", "url": "/de/"}]},
    ):
        said = head(site_over(cms_with(page)).get("/x/").text)
        assert not {"sv", "en", "de", "x-default"} & said.keys()


def test_an_agency_is_known_in_each_language_by_its_own_address(site: Visitor) -> None:
    said = head(site.get("/en/agencies/tullverket/").text)
    assert said["canonical"] == said["og:url"] == [f"{HOST}/en/agencies/tullverket/"]
    assert said["x-default"] == [f"{HOST}/myndigheter/tullverket/"]
    assert head(site.get("/myndigheter/tullverket/").text)["canonical"] == said["x-default"]


@pytest.mark.parametrize("path", ["/myndigheter/", "/amnen/", "/du-ar/", "/en/agencies/", "/en/topics/"])
def test_lists_of_things(site: Visitor, path: str) -> None:
    said = head(site.get(path).text)
    assert said["canonical"] == [HOST + path]
    assert said["description"][0]
    assert {"sv", "en", "x-default"} <= said.keys()


def test_a_later_page_of_a_list_is_an_address_of_its_own(site: Visitor) -> None:
    said = head(site.get("/press/?sida=2").text)
    assert said["canonical"] == [f"{HOST}/press/?sida=2"]
    assert (said["prev"], said["next"]) == (["/press/"], ["/press/?sida=3"])
    assert "x-default" not in said


@pytest.mark.parametrize(
    "path",
    [
        "/press/?typ=nyhet", "/myndigheter/polismyndigheten/?roll=kalla", "/myndigheter/?q=tull",
        "/amnen/organiserad-brottslighet/?typ=nyhet", "/sok/", "/sok/?q=brott", "/en/search/", "/finns-inte/",
        "/borttagen/",
        "/offentlighet-och-sekretess/begar-en-handling/?kvitto=A7K2-M9QX",
        RELEASE + "?svar=mottaget",
    ],
)  # fmt: skip
def test_what_search_engines_must_not_keep(site: Visitor, path: str) -> None:
    said = head(site.get(path).text)
    assert said["robots"] == ["noindex"]
    assert not [name for name in said if name.startswith("og:") or name == "x-default"]


def test_what_an_address_says_in_vain_is_in_no_address(site: Visitor) -> None:
    for path in (RELEASE, "/press/", "/"):
        said = head(site.get(f"{path}?utm_source=x").text)
        assert "utm" not in said["canonical"][0] + said["og:url"][0]
        assert "robots" not in said


@pytest.mark.parametrize(
    "path", ["/", RELEASE, "/press/", "/myndigheter/", "/myndigheter/tullverket/", "/amnen/"]
)
def test_the_host_of_a_request_is_nowhere(site: Visitor, path: str) -> None:
    html = site.get(path, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"}).text
    assert "evil" not in html
    assert head(html)["canonical"][0].startswith(f"{HOST}/")


def test_what_is_empty_is_left_out(site_over) -> None:
    page = example("pages/press_release") | {"lead": "", "picture": None, "updated_at": None}
    said = head(site_over(cms_with(page)).get("/x/").text)
    assert not {"description", "og:description", "og:image", "article:modified_time"} & said.keys()


def test_words_for_search_engines_come_first(site_over) -> None:
    page = example("pages/information")
    page["meta"] |= {"seo_title": 'Egna "ord" & <mer>', "search_description": "Beskrivning."}
    said = head(site_over(cms_with(page)).get("/x/").text)
    assert said["og:title"] == ['Egna "ord" & <mer>']
    assert said["description"] == ["Beskrivning."]


def test_errors_without_the_cms_say_only_that_they_are_not_to_be_kept(site_over) -> None:
    import httpx

    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("away")

    said = head(site_over(away).get("/press/").text)
    assert said["robots"] == ["noindex"]
    assert "canonical" not in said
