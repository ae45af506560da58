"""Every page type and block of the contract, rendered by the real application."""

import re
from itertools import pairwise

import httpx
import pytest

from tests.frontend import generous
from tests.frontend.contract import example, names
from tests.frontend.scripted import cms_with
from tests.frontend.visitor import Visitor

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"


def words(html: str) -> str:
    """The text that a reader sees, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" .", ".")


@pytest.mark.parametrize("stem", sorted(names("pages")))
def test_page_type_shows_its_title_and_lead(site_over, stem: str) -> None:
    page = example(f"pages/{stem}")
    answer = site_over(cms_with(page)).get(page["url"])
    assert answer.status_code == 200
    assert page["title"] in answer.text
    assert page["lead"] in answer.text
    assert f'<link rel="canonical" href="{page["meta"]["html_url"]}">' in answer.text


@pytest.mark.parametrize("stem", sorted(names("blocks")))
def test_block_shows_all_its_texts(site_over, stem: str) -> None:
    block = example(f"blocks/{stem}")
    page = example("pages/information") | {"body": [block]}
    html = site_over(cms_with(page)).get("/x/").text
    texts = [value for value in block["value"].values() if isinstance(value, str)]
    for text in texts:
        if stem not in {"statistic"} and "<" not in text and not text.startswith("/api/"):
            assert text in html


def test_press_release(site: Visitor) -> None:
    html = site.get(RELEASE).text
    text = words(html)
    assert "Pressmeddelande Publicerad 27 september 2017 Uppdaterad 28 september 2017 kl. 14.30" in text
    assert text.index("Rättelse 28 september 2017") < text.index("Nya brottsupplägg")
    assert "Ändringar på sidan 28 september 2017 Rättelse" in text
    assert "Avsändare Ekobrottsmyndigheten" in text
    assert "25&nbsp;<span" in html
    assert '<a href="/myndigheter/tullverket/">Tullverket</a>' in html
    assert 'rel="prev">Fler bokföringsbrott' in html


def test_contacts_of_a_release_can_be_called_and_mailed(site: Visitor) -> None:
    html = site.get(RELEASE).text
    assert "Presskontakt Karin Lund presschef 010-562 90 10 press@example.se Helgfria vardagar" in words(html)
    assert 'href="tel:0105629010"' in html
    assert 'href="mailto:press@example.se"' in html


def test_a_contact_may_have_a_name_and_a_phone_only(site_over) -> None:
    bare = {"id": 5, "name": "Pressjouren", "role": "", "phone": "08-465 004 10", "email": "", "hours": ""}
    html = (
        site_over(cms_with(example("pages/press_release") | {"contacts": [bare], "body": []})).get("/x/").text
    )
    assert 'href="mailto:"' not in html
    assert "mailto:" not in html.partition('class="person"')[2].partition("</section>")[0]


def test_statistic_reads_as_one_sentence(site: Visitor) -> None:
    text = words(site.get(RELEASE).text.replace("&nbsp;", " ").replace("↓", ""))
    assert "Minskning 25 % : Färre köpare av insmugglad alkohol under och efter insatsen" in text


def test_update_date_only_when_the_change_mattered(site_over) -> None:
    page = example("pages/press_release") | {"updated_at": None, "changes": []}
    text = words(site_over(cms_with(page)).get("/x/").text)
    assert "Uppdaterad" not in text
    assert "Rättelse" not in text
    assert "Ändringar på sidan" not in text


def test_home_shows_the_newest_press_and_the_highlights(site: Visitor) -> None:
    text = words(site.get("/").text)
    assert (
        text.index("Senaste nytt")
        < text.index("Slutrapport om insatsen")
        < text.index("Fler bokföringsbrott")
    )
    assert "och 9 myndigheter till" in text
    assert "I fokus" in text


def test_press_list_pages_and_years(site: Visitor) -> None:
    first, second, last = (site.get(f"/press/{query}").text for query in ("", "?sida=2", "?sida=3"))
    assert words(first).index("2018 9 januari") < words(first).index("2017 14 december")
    assert 'rel="next" href="/press/?sida=2"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="/press/"' in second
    assert 'rel="canonical" href="http://localhost:3000/press/?sida=2"' in second
    assert 'rel="next"' not in last


@pytest.mark.parametrize(
    "query", ["?sida=4", "?sida=0", "?sida=-1", "?sida=ett", "?sida=%C2%B2", "?sida=9999999999999"]
)
def test_a_page_of_the_list_that_is_not_there(site: Visitor, query: str) -> None:
    assert site.get(f"/press/{query}").status_code == 404


def test_information_page_has_local_navigation(site: Visitor) -> None:
    text = words(site.get("/offentlighet-och-sekretess/").text)
    assert "I det här avsnittet Offentlighet och sekretess Förundersökningssekretess" in text


def test_local_navigation_is_the_section_as_a_tree(site_over) -> None:
    levels = [("Avdelning", 1), ("Ett", 2), ("Under ett", 3), ("Två", 2)]
    section = [{"id": n, "title": t, "url": f"/{n}/", "level": level} for n, (t, level) in enumerate(levels)]
    page = example("pages/information") | {"id": 2, "section": section}
    html = site_over(cms_with(page)).get("/x/").text
    local = re.sub(r"\s*\n", "", html[html.index('id="local"') :].split("</nav>")[0])
    assert re.sub(r"</?(ul|li)[^>]*>", r"<\1>", local).count("<ul>") == 6  # three lists, opened and closed
    assert '<a href="/2/" aria-current="page">Under ett</a></li></ul></li><li><a href="/3/">' in local


def test_a_section_of_one_page_has_no_navigation(site_over) -> None:
    page = example("pages/information")
    page["section"] = page["section"][:1]
    assert "I det här avsnittet" not in site_over(cms_with(page)).get("/x/").text


def test_who_answers_for_a_page_and_when_it_was_reviewed(site: Visitor) -> None:
    text = words(site.get("/offentlighet-och-sekretess/").text)
    assert "Om sidan Publicerad 27 september 2017 Granskad 1 mars 2024 Ansvarig enhet Rättsenheten" in text
    assert "Lagrum" in text


def test_a_press_release_has_its_registry_number_and_related_pages(site: Visitor) -> None:
    text = words(site.get(RELEASE).text)
    assert "Om sidan Diarienummer EBM2017-482 Ansvarig enhet Kommunikationsenheten" in text
    assert "Se också Offentlighet och sekretess Alla har rätt att läsa" in text
    assert "Så känner du igen erbjudandet. Samma ämne: Organiserad brottslighet" in text


def test_why_a_page_is_related_is_said_as_far_as_it_is_known(site_over) -> None:
    (page,) = example("pages/information")["related"]
    agencies = [{"type": "agency", "id": n, "title": f"Myndighet {n}", "url": "/x/"} for n in (1, 2)]
    for said, wanted in (
        ({"because": "audience"}, "diarium. För samma läsare: Journalist"),
        ({"because": "agency", "shared": agencies}, "diarium. Samma myndigheter: Myndighet 1, Myndighet 2"),
        ({"because": "agency", "shared": agencies[:1]}, "diarium. Samma myndighet: Myndighet 1"),
    ):
        shown = example("pages/information") | {"related": [page | said]}
        assert wanted in words(site_over(cms_with(shown)).get("/x/").text)
    for said in (
        {"because": "chosen", "shared": agencies},
        {"because": "weather"},
        {"shared": None, "because": None},
    ):
        shown = example("pages/information") | {"related": [page | said]}
        assert "diarium. Om sidan" in words(site_over(cms_with(shown)).get("/x/").text)


def test_a_long_information_page_has_a_table_of_contents(site_over) -> None:
    heading = {"id": "1", "type": "heading", "level": 2}
    headings = [heading | {"text": f"Avsnitt {n}", "anchor": f"avsnitt-{n}"} for n in range(4)]
    more = [
        heading | {"type": "question", "text": "Vad?", "anchor": "vad"},
        heading | {"level": 3, "text": "Under", "anchor": "under"},
    ]
    page = example("pages/information")
    html = site_over(cms_with(page | {"contents": [*headings, *more]})).get("/x/").text
    assert "På den här sidan Avsnitt 0 Avsnitt 1 Avsnitt 2 Avsnitt 3" in words(html)
    assert 'href="#avsnitt-3"' in html
    assert 'href="#vad"' not in html
    assert 'href="#under"' not in html
    short = site_over(cms_with(page | {"contents": headings[:3]})).get("/x/").text
    assert "På den här sidan" not in words(short)


def test_a_press_release_without_them_says_nothing_of_them(site_over) -> None:
    page = example("pages/press_release") | {"related": [], "registry_number": "", "responsible_unit": ""}
    text = words(site_over(cms_with(page)).get("/x/").text)
    assert "Om sidan" not in text
    assert "Diarienummer" not in text


def test_agency_page_tells_the_role_in_each(site: Visitor) -> None:
    html = site.get("/myndigheter/polismyndigheten/").text
    assert "9 januari Pressmeddelande Källa Slutrapport" in words(html)
    assert 'class="roles"' not in html  # it has one role in all
    ebm = site.get("/myndigheter/ekobrottsmyndigheten/").text
    assert "Alla Avsändare 1 Samverkande 31" in words(ebm)
    assert 'href="/myndigheter/ekobrottsmyndigheten/?roll=samverkande"' in ebm
    assert 'hreflang="en">English' in html
    assert 'href="/en/agencies/polismyndigheten/"' in html


def test_agency_page_in_one_role(site: Visitor) -> None:
    html = site.get("/myndigheter/arbetsformedlingen/?roll=samverkande").text
    assert 'href="/myndigheter/arbetsformedlingen/?roll=samverkande&amp;sida=2"' in html
    assert "39 pressmeddelanden och nyheter med myndigheten som samverkande" in words(html)
    assert 'value="samverkande"' in html
    none = site.get("/myndigheter/tullverket/?roll=omnamnd").text
    assert "Inga pressmeddelanden eller nyheter med myndigheten som omnämnd" in words(none)
    assert "Omnämnd</a>" in none
    assert site.get("/myndigheter/tullverket/?roll=chef").status_code == 404
    assert site.get("/en/agencies/tullverket/?role=sender").status_code == 200


def test_a_former_address_of_an_agency_is_asked_for_in_the_readers_language(site_over) -> None:
    moved = {"sv": "/myndigheter/ny/", "en": "/en/agencies/new/"}

    def cms(request: httpx.Request) -> httpx.Response:
        location = moved[request.url.params["locale"]]
        agency = {"meta": {"type": "redirect"}, "location": location, "permanent": True}
        return cms_with({}, agency=agency)(request)

    assert site_over(cms).get("/myndigheter/gammal/").headers["location"] == moved["sv"]
    assert site_over(cms).get("/en/agencies/gammal/").headers["location"] == moved["en"]


def test_agency_list(site: Visitor) -> None:
    text = words(site.get("/myndigheter/").text)
    assert text.index("Arbetsförmedlingen") < text.index("Tullverket") < text.index("Åklagarmyndigheten")


def test_topic_page_and_list(site: Visitor) -> None:
    html = site.get("/amnen/organiserad-brottslighet/").text
    text = words(html)
    assert "Start Ämnen Organiserad brottslighet Nätverk och upplägg" in text
    assert "9 januari Pressmeddelande Slutrapport" in text
    assert 'href="/amnen/organiserad-brottslighet/?sida=2"' in html
    assert 'href="/en/topics/organised-crime/"' in html
    assert site.get("/amnen/organiserad-brottslighet/?sida=9").status_code == 404
    listed = site.get("/amnen/").text
    assert '<a href="/amnen/organiserad-brottslighet/">Organiserad brottslighet</a>' in listed
    assert '<a href="/amnen/organiserad-brottslighet/">Organiserad brottslighet</a>' in site.get(RELEASE).text


def test_a_topics_list_is_asked_for_in_its_language(site_over) -> None:
    asked: list[str] = []
    answer = cms_with(example("topic"))

    def noting(request):
        asked.append(str(request.url))
        return answer(request)

    assert site_over(noting).get("/en/topics/").status_code == 200
    assert [url for url in asked if "/topics/?locale=en&limit=100" in url]


def test_english_furniture(site: Visitor) -> None:
    html = site.get("/en/press/2017/final-report-on-the-joint-effort/").text
    text = words(html)
    assert '<html lang="en">' in html
    assert "Press release Published 27 September 2017 Updated 28 September 2017 at 14:30" in text
    assert f'<a href="{RELEASE}" lang="sv" hreflang="sv">Svenska</a>' in html
    assert "Swedish Customs" in words(site.get("/en/agencies/").text)
    assert 'lang="sv">Tullverket' in site.get("/en/agencies/tullverket/").text


def test_release_without_picture_agencies_or_source(site_over) -> None:
    bare = {"picture": None, "agencies": [], "source": None, "body": [], "previous": None, "breadcrumbs": []}
    answer = site_over(cms_with(example("pages/press_release") | bare)).get("/x/")
    assert answer.status_code == 200
    assert "<img" not in answer.text


def test_headings_come_in_order(site: Visitor) -> None:
    for path in (
        "/",
        "/press/",
        RELEASE,
        "/offentlighet-och-sekretess/",
        "/myndigheter/",
        "/myndigheter/tullverket/",
        "/amnen/",
        "/amnen/organiserad-brottslighet/",
    ):
        levels = [int(level) for level in re.findall(r"<h([1-6])", site.get(path).text)]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_one_document_and_one_list_at_most(site_over) -> None:
    asked: list[str] = []
    answer = cms_with(generous.home())

    def counting(request):
        asked.append(request.url.path)
        return answer(request)

    site = site_over(counting)
    site.get("/")
    assert len(asked) <= 3


def test_accessibility_statement_has_every_part_of_the_law(site_over) -> None:
    page = example("pages/accessibility_statement")
    html = site_over(cms_with(page)).get("/x/").text
    text = words(html)
    for heading in (
        "Hur tillgänglig är tjänsten?",
        "Innehåll som inte är tillgängligt",
        "Uppfyller inte lagens krav Äldre rapporter",
        "Oskäligt betungande anpassning (12 § i lagen) Inskannade",
        "Innehåll som inte omfattas av lagen (9 §) Filmer",
        "Om du inte kan använda någon del",
        "Rapportera en brist",
        "Tillsyn",
        "Hur vi har testat",
    ):
        assert heading in text
    assert "Ekobrottsmyndigheten står bakom www.ekobrottsmyndigheten.se." in text
    assert "är delvis förenlig med lagen" in text
    assert "bedömningen gjordes den 2 mars 2026. Redogörelsen uppdaterades senast den 9 mars 2026." in text
    assert 'href="https://www.digg.se/tdosanmalan"' in html
    assert 'href="mailto:registrator@example.se"' in html
    for shortcoming in page["shortcomings"]:
        assert shortcoming["reason"] in text


def test_a_statement_of_full_compliance_lists_nothing(site_over) -> None:
    page = example("pages/accessibility_statement") | {"compliance": "fully", "shortcomings": []}
    text = words(site_over(cms_with(page)).get("/x/").text)
    assert "är helt förenlig med lagen" in text
    assert "Innehåll som inte är tillgängligt" not in text


@pytest.mark.parametrize("path", ["/", "/press/", RELEASE, "/myndigheter/", "/finns-inte/"])
def test_every_page_leads_to_the_accessibility_statement(site: Visitor, path: str) -> None:
    footer = site.get(path).text.split('<footer class="colophon">')[1]
    assert 'href="/om-webbplatsen/tillganglighetsredogorelse/"' in footer


def test_a_site_without_a_statement_leads_to_none(site_over) -> None:
    without = example("site") | {"accessibility_statement": None}
    html = site_over(cms_with(example("pages/home"), site=without)).get("/").text
    assert "redogörelse" not in html


@pytest.mark.parametrize(
    ("page_type", "kind", "word"),
    [
        ("articles.PressReleasePage", "press_release", "Pressmeddelande"),
        ("articles.PressReleasePage", "news", "Nyhet"),
        ("articles.InformationPage", "", "Information"),
        ("quiz.QuizPage", "", ""),
    ],
)
def test_a_related_page_says_what_it_is(site_over, page_type: str, kind: str, word: str) -> None:
    block = example("blocks/related")
    block["value"]["items"][0] |= {"type": page_type, "kind": kind}
    page = example("pages/information") | {"body": [block]}
    html = site_over(cms_with(page)).get("/x/").text
    related = html.partition('class="related"')[2].partition("</section>")[0]
    assert f"{word} 14 augusti 2017".strip() in words(related)
