"""What stands on every page: the field for searching, what a printed page is filed by; and how one is passed on."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.frontend.contract import example
from tests.frontend.fake_cms import EN_RELEASE, FORM
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import RELEASE, words
from tests.frontend.visitor import Visitor

FIELDS = re.compile(r'<input [^>]*name="q"')


@pytest.mark.parametrize(
    ("path", "search"),
    [
        ("/", "/sok/"),
        (RELEASE, "/sok/"),
        ("/press/", "/sok/"),
        ("/myndigheter/", "/sok/"),
        ("/en/", "/en/search/"),
        (EN_RELEASE, "/en/search/"),
    ],
)
def test_every_page_has_a_field_for_searching_in_its_header(site: Visitor, path: str, search: str) -> None:
    header = site.get(path).text.partition("<header")[2].partition("</header>")[0]
    assert f'role="search" action="{search}"' in header
    assert len(FIELDS.findall(header)) == 1
    assert '<label class="unseen" for="f_find">' in header


@pytest.mark.parametrize("path", ["/sok/", "/sok/?q=brott", "/en/search/", "/finns-inte/", "/borttagen/"])
def test_a_page_that_has_one_of_its_own_gets_no_second(site: Visitor, path: str) -> None:
    html = site.get(path).text
    assert len(FIELDS.findall(html)) == 1
    assert "<input" not in html.partition("<header")[2].partition("</header>")[0]


def print_foot(html: str) -> str:
    return words(html.partition('<dl class="print-only')[2].partition(">")[2].partition("</dl>")[0])


def test_a_printed_release_says_who_where_when_and_whom_to_call(site: Visitor) -> None:
    assert print_foot(site.get(RELEASE).text) == (
        f"Avsändare Ekobrottsmyndigheten Adress http://localhost:3000{RELEASE}"
        " Datum publicerad 27 september 2017 kl. 09.00, uppdaterad 28 september 2017 kl. 14.30"
        " Telefon för press 010-562 90 10"
    )
    assert "Phone for the press 010-562 90 10" in print_foot(site.get(EN_RELEASE).text)


def test_a_printed_list_and_error_say_what_there_is_to_say(site: Visitor) -> None:
    for path in ("/myndigheter/", "/finns-inte/"):
        assert print_foot(site.get(path).text) == (
            "Avsändare Ekobrottsmyndigheten Telefon för press 010-562 90 10"
        )


def test_without_a_phone_for_the_press_the_foot_has_the_switchboards(site_over) -> None:
    contact = example("site")["contact"] | {"press": {"phone": "", "hours": ""}}
    cms = cms_with(example("pages/information"), site=example("site") | {"contact": contact})
    assert print_foot(site_over(cms).get("/x/").text).endswith("Telefon 010-562 90 00")


def shared(html: str) -> str:
    return html.partition('<section class="share">')[2].partition("</section>")[0]


def test_a_release_is_passed_on_by_a_letter_without_script(site: Visitor) -> None:
    part = shared(site.get(RELEASE).text)
    letter = re.findall(r'href="(mailto:[^"]+)"', part)[0].replace("&amp;", "&")
    told = parse_qs(urlsplit(letter).query)
    release = example("pages/press_release")
    assert told["subject"] == [release["title"]]
    assert told["body"] == [f"{release['lead']}\r\n\r\nhttp://localhost:3000{RELEASE}"]
    assert "Skicka med e-post" in part


def test_a_title_can_not_write_a_letter_of_its_own(site_over) -> None:
    page = example("pages/information") | {"title": "A&bcc=x@example.se\r\n", "lead": "B&cc=x"}
    letter = re.findall(r'href="(mailto:\?[^"]+)"', shared(site_over(cms_with(page)).get("/x/").text))[0]
    assert set(parse_qs(urlsplit(letter.replace("&amp;", "&")).query)) == {"subject", "body"}


def test_what_needs_script_is_hidden_until_it_runs(site: Visitor) -> None:
    for path in (RELEASE, EN_RELEASE, "/offentlighet-och-sekretess/"):
        part = shared(site.get(path).text)
        assert part.count("<button") == part.count('<li hidden><button type="button"') == 2


def test_lists_errors_and_forms_are_not_passed_on(site: Visitor) -> None:
    for path in ("/", "/press/", "/myndigheter/", "/finns-inte/", FORM):
        assert shared(site.get(path).text) == ""


def test_listening_is_offered_by_the_script_alone_and_in_the_pages_language(site: Visitor) -> None:
    for path, said in ((RELEASE, "Lyssna|Pausa|Fortsätt"), (EN_RELEASE, "Listen|Pause|Continue")):
        opening = site.get(path).text.partition('<header class="opening"')[2].partition("</header>")[0]
        assert f'<p class="listen" hidden data-state="0" data-words="{said}"' in opening
    for path in ("/", "/press/", "/finns-inte/", FORM):
        assert 'class="listen"' not in site.get(path).text


@pytest.mark.parametrize(
    ("path", "locale"),
    [("/", "sv"), ("/sok/", "sv"), ("/finns-inte/", "sv"), ("/en/", "en"), ("/en/search/", "en")],
)
def test_the_field_says_where_suggestions_come_from(site: Visitor, path: str, locale: str) -> None:
    html = site.get(path).text
    assert re.findall(r'data-suggest="([^"]*)"', html) == [f"/api/v2/search/suggest/?locale={locale}"]
    assert 'role="combobox"' not in html  # it is one only once the script serves it
