"""How Swedish and English write dates and numbers, and what templates ask of lists."""

import pytest

from frontend.file_formats import file_filters
from frontend.formats import filters, host, tel
from frontend.language import LANGUAGES, language_at
from frontend.rich_text import rich_text
from frontend.shaping import by_locale, has_long_word, in_roles, in_years, latest_correction, notes, role_in

AT = "2017-09-27T14:30:00+02:00"
SV, EN = (filters(language) | file_filters(language) for language in (LANGUAGES["sv"], LANGUAGES["en"]))


def test_dates() -> None:
    assert (SV["date"](AT), SV["day"](AT), SV["time"](AT), SV["year"](AT)) == (
        "27 september 2017", "27 september", "14.30", "2017",
    )  # fmt: skip
    assert (EN["date"](AT), EN["time"](AT)) == ("27 September 2017", "14:30")


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [
        ("25", "25", "25"),
        ("1000000", "1\u00a0000\u00a0000", "1,000,000"),
        ("2.5", "2,5", "2.5"),
        (46, "46", "46"),
        ("2,5", "2,5", "2,5"),
        ("1 000", "1\u00a0000", "1\u00a0000"),
        ("cirka 40", "cirka\u00a040", "cirka\u00a040"),
    ],
)
def test_numbers(value: str, swedish: str, english: str) -> None:
    assert (SV["number"](value), EN["number"](value)) == (swedish, english)


@pytest.mark.parametrize(
    ("bytes", "swedish", "english"),
    [
        (1, "1\u00a0kB", "1\u00a0kB"),
        (48_203, "48\u00a0kB", "48\u00a0kB"),
        (1_258_291, "1,3\u00a0MB", "1.3\u00a0MB"),
        (2_000_000, "2\u00a0MB", "2\u00a0MB"),
        (312_400_000, "312\u00a0MB", "312\u00a0MB"),
    ],
)
def test_sizes(bytes: int, swedish: str, english: str) -> None:
    assert (SV["size"](bytes), EN["size"](bytes)) == (swedish, english)


def test_languages_have_names_in_each_other() -> None:
    assert (SV["language_name"]("en"), EN["language_name"]("se"), SV["language_name"]("xx")) == (
        "engelska",
        "Northern Sami",
        "",
    )


def test_words() -> None:
    assert (SV["word"]("correction"), EN["word"]("correction"), SV["word"]("newer")) == (
        "Rättelse",
        "Correction",
        "",
    )


def test_hosts_and_phones() -> None:
    assert (tel("+46 (0)8 465 004 10"), tel("(08) 465 00")) == ("+46846500410", "0846500")
    assert (host("https://www.can.se/x"), host("/press/"), tel("010-562 90 00")) == (
        "can.se",
        "",
        "0105629000",
    )


@pytest.mark.parametrize(
    ("path", "code"),
    [("/", "sv"), ("/press/", "sv"), ("/en", "en"), ("/en/press/", "en"), ("/energi/", "sv")],
)
def test_language_of_an_address(path: str, code: str) -> None:
    assert language_at(path).code == code


def test_lists() -> None:
    items = [{"published_at": "2018-01-01"}, {"published_at": "2017-02-01"}, {"published_at": None}]
    assert [(year, len(group)) for year, group in in_years(items)] == [("2018", 1), ("2017", 1), ("", 1)]
    agencies = [{"id": 1, "role": "partner"}, {"id": 2, "role": "sender"}]
    assert [role for role, _ in in_roles(agencies)] == ["sender", "partner"]
    assert role_in({"agencies": agencies}, 1) == "partner"
    assert role_in({}, 1) == ""
    assert by_locale([{"locale": "en", "url": "/en/"}]) == {"en": "/en/"}


def test_long_words() -> None:
    assert has_long_word("Förundersökningssekretess och du")
    assert not has_long_word("Slutrapport om insatsen mot organiserad brottslighet")


def test_changes() -> None:
    changes = [
        {"kind": "update", "note": ""},
        {"kind": "correction", "note": "a"},
        {"kind": "correction", "note": "b"},
    ]
    latest = latest_correction(changes)
    assert latest is not None
    assert latest["note"] == "a"
    assert len(notes(changes)) == 2


def test_rich_text_keeps_what_the_contract_has() -> None:
    html = '<p>Läs <a href="/a/">a</a>, <a href="https://b.se/" rel="external">b</a> <b>c</b><br><i lang="en">d</i></p>'
    assert rich_text(html) == html
    assert rich_text("<ul><li>a</li></ul><ol><li>b</li></ol>") == "<ul><li>a</li></ul><ol><li>b</li></ol>"
    assert rich_text('<p class="x" onclick="y">a</p><script>b</script>') == "<p>a</p>"
