"""Search in lists: what is found by which words, what is marked, what is refused, and what nobody may learn by it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode
from wagtail.models import Locale, Page, PageViewRestriction

from articles.models import PressReleasePage
from cms.publishing.models import Current
from tests.cms.articles.examples import contract
from tests.cms.articles.test_documents import shape
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.slow


def search(client: Client, text: str, address: str = "pages/", **more: Any) -> Any:
    response = client.get(f"/api/v2/{address}?{urlencode({'search': text, **more})}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def titles(client: Client, text: str, **more: Any) -> list[str]:
    return [item["title"] for item in search(client, text, **more)["items"]]


@pytest.fixture
def found(newsroom: Newsroom, client: Client) -> Any:
    """found(query, …): the titles of what is found."""

    def ask(text: str, **more: Any) -> list[str]:
        newsroom.settle()
        return titles(client, text, **more)

    return ask


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Myndigheterna samverkar", "myndighet"),
        ("Myndighet i rörelse", "myndigheternas"),
        ("Översvämningar i norr", "oversvamning"),
        ("Översvämningar i norr", "ÖVERSVÄMNINGEN"),
        ("Elavbrottet är över", "elavbrott"),
        ("Ett elavbrott i natt", "elavbrottet"),
        ("Mötet ställs in", "möte"),
        ("Ett möte ställs in", "mötet"),
        ("Färjorna i november", "färjan"),
        ("Fakturan var falsk", "fakturor"),
        ("Fakturans innehåll", "faktura"),
        ("Organiserad brottslighet", "brottslighet"),
        ("Brottslighetens kostnader", "brottslighet"),
        ("Så bekämpas ekobrottslighet", "brottslighet"),
        ("Avgiftsförordningen ändras", "avgifter"),
        ("Tullverkets kontroller", "tullen"),
        ("Ny generaldirektör", "generaldirektorer"),
        ("Nya direktörer", "direktör"),
        ("Bank-id krävs", "bank-id"),
        ("Bank-id krävs", "bank"),
        ("Öppet kl. 14.30", "14.30"),
        ("Lagen (2009:400) gäller", "2009:400"),
        ("Polisen/Tullverket", "tullverket"),
        ("A\u030aret som gick", "året"),
        ("Kafé Müller", "cafe muller kafe"),
    ],
)
def test_as_people_type(newsroom: Newsroom, found: Any, title: str, typed: str) -> None:
    newsroom.release(title)
    operator = {"search_operator": "or"} if "cafe" in typed else {}
    assert title.replace("A\u030a", "Å") in [
        name.replace("A\u030a", "Å") for name in found(typed, **operator)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("smuggling tobak", {"Smuggling av tobak"}),
        ('"smuggling av tobak"', {"Smuggling av tobak"}),
        ('"tobak smuggling"', set()),
        ("smuggling -tobak", {"Smuggling av vapen"}),
        ('smuggling -"av vapen"', {"Smuggling av tobak"}),
        ("vad är en smuggling", {"Smuggling av tobak", "Smuggling av vapen"}),
        ("smuggling for", {"Smuggling av tobak", "Smuggling av vapen"}),
        ("-tobak", set()),
        ("och", set()),
        ("", set()),
        ("  ' \" - & | ! ( ) <-> :* \\ ", set()),
    ],
)
def test_words_phrases_and_what_is_to_be_without(
    newsroom: Newsroom, found: Any, typed: str, expected: set[str]
) -> None:
    newsroom.release("Smuggling av tobak")
    newsroom.release("Smuggling av vapen")
    assert set(found(typed)) == expected


def test_all_words_or_any(newsroom: Newsroom, found: Any) -> None:
    for title in ("Tobak", "Vapen", "Vapen och tobak"):
        newsroom.release(title)
    assert found("vapen tobak") == ["Vapen och tobak"]
    assert found("vapen tobak", search_operator="or")[0] == "Vapen och tobak"
    assert set(found("vapen tobak", search_operator="or")) == {"Tobak", "Vapen", "Vapen och tobak"}


def test_what_comes_first(newsroom: Newsroom, found: Any) -> None:
    newsroom.release("Något annat", body=[("text", "<p>Här står tips.</p>")])
    newsroom.release("Tips från allmänheten om allting möjligt")
    newsroom.information("Tips")
    assert found("tips") == ["Tips", "Tips från allmänheten om allting möjligt", "Något annat"]
    assert found("tips", order="title") == ["Något annat", "Tips", "Tips från allmänheten om allting möjligt"]


def test_diacritics_that_are_typed_are_meant(newsroom: Newsroom, found: Any) -> None:
    newsroom.release("Han far till Åland")
    newsroom.release("Han får betala nu")
    assert found("får") == ["Han får betala nu", "Han far till Åland"]
    assert set(found("far")) == {"Han får betala nu", "Han far till Åland"}


def test_news_comes_first_among_equals(newsroom: Newsroom, found: Any) -> None:
    for title, years in (("Kontroll ett", 9), ("Kontroll två", 0), ("Kontroll tre", 4)):
        page = newsroom.release(title)
        page.first_published_at = timezone.now() - timedelta(days=365 * years)
        page.save_revision().publish()
    assert found("kontroll") == ["Kontroll två", "Kontroll tre", "Kontroll ett"]


def test_each_language_has_its_stems(newsroom: Newsroom, client: Client) -> None:
    newsroom.release("Kontroller")
    english = newsroom.home.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title = "Authorities of the country"
    english.save_revision().publish()
    newsroom.settle()
    for locale in ({}, {"locale": "en"}):
        assert titles(client, "authority", **locale) == ["Authorities of the country"]
    assert titles(client, "authority", locale="sv") == []
    assert titles(client, "kontroll") == ["Kontroller"]


def test_search_combines_with_every_filter_facet_count_and_part(newsroom: Newsroom, client: Client) -> None:
    customs, police = newsroom.agency("Tullverket"), newsroom.agency("Polismyndigheten")
    for number in range(5):
        newsroom.release(f"Kontroll {number}", agencies=[customs if number % 2 else police], kind="news")
    newsroom.release("Annat", agencies=[customs])
    newsroom.settle()
    said = search(client, "kontroll", agency=customs.pk, kind="news", facets="agency", limit=1)
    assert (said["meta"]["total_count"], len(said["items"])) == (2, 1)
    assert {each["name"]: each["count"] for each in said["meta"]["facets"]["agency"]} == {
        "Tullverket": 2,
        "Polismyndigheten": 3,
    }
    assert titles(client, "kontroll", type="articles.InformationPage") == []
    assert titles(client, "kontroll", child_of=newsroom.press.pk, order="-title")[0] == "Kontroll 4"
    parts = [titles(client, "kontroll", limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [name for part in parts for name in part] == titles(client, "kontroll")


def test_parts_by_a_cursor_need_an_order(newsroom: Newsroom, client: Client) -> None:
    for number in range(3):
        newsroom.release(f"Kontroll {number}")
    newsroom.settle()
    first = search(client, "kontroll", order="title", limit=2)
    rest = search(client, "kontroll", order="title", limit=2, after=first["meta"]["next_after"])
    assert [item["title"] for item in first["items"] + rest["items"]] == [f"Kontroll {n}" for n in range(3)]
    assert search(client, "kontroll", limit=2)["meta"]["next_after"] is None
    response = client.get("/api/v2/pages/", {"search": "kontroll", "after": first["meta"]["next_after"]})
    assert (response.status_code, response.json()["parameter"]) == (400, "after")


def test_three_queries_at_most_whatever_is_found(
    newsroom: Newsroom, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        newsroom.release(f"Kontroll {number}", body=[("text", "<p>Kontrollen av kontrollerna.</p>")] * 9)
    newsroom.settle()
    for text, more in (
        ("kontroll av kontroller", {}), ("kontrol", {}), ("kontroll", {"order": "title"}),
        ("kontroll", {"descendant_of": "root"}), ("kontroll", {"descendant_of": "root", "order": "title", "limit": 2}),
    ):  # fmt: skip
        with django_assert_max_num_queries(3):
            search(client, text, **more)
    with django_assert_max_num_queries(4):
        search(client, "kontroll", descendant_of="root", order="title", facets="agency,kind")


def test_what_was_found_is_marked_and_all_else_escaped(newsroom: Newsroom, client: Client) -> None:
    price = "<p>Priset är &lt;b&gt;50\u00a0kr&lt;/b&gt; &amp; mer.</p>"
    newsroom.release(
        'Vatten<script>alert("hej")</script>',
        lead="I år, <mark>inte</mark> i fjol.",
        body=[
            (
                "text",
                f"{price}{'<p>Ord.</p>' * 80}<p>Sedan <b>översväm</b>ningen kom, priserna.</p><p>Slut</p>",
            )
        ],
    )
    newsroom.settle()

    def highlight(text: str) -> Any:
        return search(client, text)["items"][0]["highlight"]

    assert highlight("vatten alert") == {
        "title": "<mark>Vatten</mark>&lt;script&gt;<mark>alert</mark>(&quot;hej&quot;)&lt;/script&gt;",
        "snippet": highlight("vatten")["snippet"],
    }
    assert highlight("vatten")["snippet"].startswith(
        "I år, &lt;mark&gt;inte&lt;/mark&gt; i fjol. Priset är &lt;b&gt;50"
    )
    assert highlight("vatten")["snippet"].endswith("Ord. …")
    marked = "<mark>Priset</mark> är &lt;b&gt;<mark>50</mark>\u00a0kr&lt;/b&gt; &amp; mer."
    assert marked in highlight("50 priser")["snippet"]
    assert highlight("oversvamningar")["snippet"].endswith(
        "Sedan <mark>översvämningen</mark> kom, priserna. Slut"
    )


def test_the_example_has_the_shape_of_what_is_found(newsroom: Newsroom, client: Client) -> None:
    newsroom.release("Kontroll")
    newsroom.settle()
    said, example = search(client, "kontroll"), contract("lists/pages_with_search")
    assert shape(said["meta"]) == shape(example["meta"])
    assert shape(said["items"][0]["highlight"]) == shape(example["items"][0]["highlight"])
    assert set(said["items"][0]) == set(example["items"][0])


def test_where_a_page_stands_is_told_as_far_as_it_is_public(newsroom: Newsroom, client: Client) -> None:
    section = newsroom.information("Avdelning")
    newsroom.information("Kontroller", section)
    newsroom.release("Kontroll")
    newsroom.settle()

    def crumbs() -> dict[str, list[str]]:
        said = search(client, "kontroll", fields="_,title")
        return {item["title"]: [crumb["title"] for crumb in item["breadcrumbs"]] for item in said["items"]}

    home, press = newsroom.home.title, newsroom.press.title
    assert crumbs() == {"Kontroller": [home, section.title], "Kontroll": [home, press]}
    Current.objects.filter(key=f"page:{section.pk}").update(visible_until=timezone.now())
    assert crumbs()["Kontroller"] == [home]
    assert [item["breadcrumbs"] for item in search(client, newsroom.home.title)["items"]] == [[]]
    newsroom.agency("Tullverket")
    newsroom.settle()
    assert "breadcrumbs" not in search(client, "tull", "agencies/")["items"][0]


def test_no_search_no_highlight(newsroom: Newsroom, client: Client) -> None:
    newsroom.release("Kontroll")
    newsroom.settle()
    said = client.get("/api/v2/pages/").json()
    assert "suggestion" not in said["meta"]
    assert all("highlight" not in item for item in said["items"])
    chosen = search(client, "kontroll", fields="_,title")["items"][0]
    assert set(chosen) == {"title", "highlight", "breadcrumbs"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("malvkat", "målvakt"),
        ("utbetalnigsmyndigheten", "utbetalningsmyndigheten"),
        ("vad är en målvagt", "vad är en målvakt"),
        ("kjhsdfkjh", None),
        ("må", None),
        ("och", None),
    ],
)
def test_what_was_meant(newsroom: Newsroom, client: Client, typed: str, meant: str | None) -> None:
    newsroom.release("Så känner du igen en målvakt")
    newsroom.release("Utbetalningsmyndigheten är på plats")
    newsroom.settle()
    said = search(client, typed)
    assert (said["meta"]["total_count"], said["meta"]["suggestion"]) == (0, meant)
    assert search(client, "målvakt")["meta"]["suggestion"] is None


def test_agencies_and_topics_are_found_by_all_their_names(newsroom: Newsroom, client: Client) -> None:
    agency = newsroom.agency(
        "Ekobrottsmyndigheten", short_name="EBM", english_name="Swedish Economic Crime Authority"
    )
    agency.former_names.create(name="Statens ekobrottsenhet", until="1998-12-31")
    agency.save()
    newsroom.agency("Tullverket")
    newsroom.settle()
    for text in ("ebm", "ekobrott", "economic crime", "ekobrottsenheten", "authority"):
        for locale in ("sv", "en"):
            said = search(client, text, "agencies/", locale=locale)
            assert [item["name"] for item in said["items"]] == ["Ekobrottsmyndigheten"], text
    assert said["items"][0]["highlight"]["title"] == "Ekobrottsmyndigheten"


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("search=%00", "search"), ("search=a%00b", "search"), ("search=" + "x" * 201, "search"),
        ("search=" + "x" * 10_000, "search"), ("search=" + "+".join("abcdefghijklmnopqrstu"), "search"),
        ("search=a&search=b", "search"), ("search=a&search_operator=xor", "search_operator"),
        ("search_operator=or", "search_operator"), ("search=a&search_operator=", "search_operator"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["pages/", "agencies/"])
def test_what_is_refused_is_named(db: None, client: Client, address: str, query: str, parameter: str) -> None:
    response = client.get(f"/api/v2/{address}?{query}")
    assert (response.status_code, response.json()["parameter"]) == (400, parameter)


NASTY = [
    "'", '"', "\\", "'' OR 1=1 --", "%", "_", "%_%", "{}", "{0}", "%s", "%(x)s", ":*", "a:*", "a:A", "a & b", "a | !b",
    "<->", "a <2> b", "!!", "()", ")(", "((((((((", "🙂", "🏳️‍🌈 flagga", "مرحبا", "שלום עולם", "日本語", "한국어", "ไทย",
    "e\u0301" * 50, "\u202eabc", "\ufeff", "ß", "ﬁ", "ﷺ", "½ ²", "Ⅷ", "x" * 200, "å" * 200, "-" * 200, "- - -", "--a",
    '-"a b', '"-a"', "<script>alert(1)</script>", "&amp;", "http://a.se/b?c=d", "a@b.se", "a.b.c.d", "1e5", "-5", "5-",
    "1,000", "\t\n\r", "\x01\x02", "select pg_sleep(10)", "$$", "$1", "E'\\x00'", "\ud7ff\ue000", "aa/bb", "“citat”",
    "”svenskt”", "«fransk»", "C++", "§ 16",
]  # fmt: skip


@pytest.mark.parametrize("operator", ["and", "or"])
def test_nothing_that_is_typed_is_a_fault(newsroom: Newsroom, client: Client, operator: str) -> None:
    newsroom.release("Vanlig ' \" \\ % _ { } titel 🙂 שלום 日本語", lead="&amp; <b> ½")
    newsroom.settle()
    for text in NASTY:
        for more in ({}, {"locale": "en"}, {"order": "title"}, {"fields": "_"}):
            search(client, text, search_operator=operator, **more)
        search(client, text, "agencies/", search_operator=operator)
    assert search(client, "🙂")["meta"]["total_count"] == 0
    assert (
        search(client, "שלום")["meta"]["total_count"] == search(client, "日本語")["meta"]["total_count"] == 1
    )


def test_nothing_hidden_is_found_counted_or_suggested(newsroom: Newsroom, client: Client) -> None:
    newsroom.release("Hemlighetsord ett", live=False)
    private = newsroom.release("Hemlighetsord två")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    expired = newsroom.release("Hemlighetsord tre")
    withdrawn = newsroom.release("Hemlighetsord fyra")
    seen = newsroom.release("Annat", lead="Om ekobrott.")
    newsroom.settle()
    withdrawn.unpublish()
    newsroom.settle()
    Current.objects.filter(key=f"page:{expired.pk}").update(visible_until=timezone.now())
    for text in (
        "hemlighetsord",
        "hemlighetsor",
        "hemlihgetsord",
        "lighetsord",
        '"hemlighetsord tre"',
        "hemlighetsord annat",
    ):
        said = search(client, text, facets="kind,year")
        assert said["meta"]["total_count"] == 0, text
        assert said["meta"]["suggestion"] is None, text
        assert said["meta"]["facets"] == {"kind": [], "year": []}
    said = search(client, "hemlighetsord annat", search_operator="or")
    assert [item["id"] for item in said["items"]] == [seen.pk]
    assert not Page.objects.filter(pk=withdrawn.pk, live=True).exists()
    assert PressReleasePage.objects.count() == 5
