"""What stands on every page: the field for searching, and what a printed page is filed by."""

import re

import pytest

from tests.frontend.contract import example
from tests.frontend.fake_cms import EN_RELEASE
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
        " Publicerad 27 september 2017 kl. 09.00 Uppdaterad 28 september 2017 kl. 14.30"
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
