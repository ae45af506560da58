"""Rules of blocks: a draft may break all of them, publishing names each at its block and above the body."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation

from articles.blocks import PressReleaseBodyBlock
from articles.publication import Publication
from cms.media.models import File
from tests.cms.conftest import Newsroom
from tests.cms.media import samples

BODY = PressReleaseBodyBlock()

EMPTY: dict[str, Any] = {
    "heading": {"text": "", "level": "2"},
    "text": "",
    "quote": {"text": "", "person": "", "role": "", "organisation": ""},
    "statistic": {
        "value": "",
        "direction": "",
        "label": "",
        "comparison": "",
        "source_name": "",
        "source_url": "",
    },
    "fact_box": {"title": "", "text": ""},
    "image": {"picture": {"image": None, "decorative": False, "alt_text": ""}, "caption": ""},
    "links": {
        "title": "",
        "items": [{"type": "item", "value": {"page": None, "url": "", "text": ""}, "id": "1"}],
    },
    "fee_calculator": {"title": "", "schedule": None},
    "contact": {"title": "", "contact": None},
    "questions": {
        "title": "",
        "items": [{"type": "item", "value": {"question": "", "answer": ""}, "id": "1"}],
    },
    "attachments": {
        "title": "",
        "items": [{"type": "item", "value": {"file": None, "title": ""}, "id": "1"}],
    },
    "legal_reference": {"statute": ""},
    "video": {"title": "", "file": None, "url": "", "captions": None, "transcript": ""},
    "table": {"header_column": False, "grid": {"caption": "", "columns": [], "rows": []}},
    "related": {"title": "", "items": [{"type": "item", "value": None, "id": "1"}]},
}
STATISTIC = {"value": "25", "label": "Färre köpare", "source_name": "CAN", "direction": "", "comparison": ""}


def body(*blocks: tuple[str, Any]) -> Any:
    """A body as it comes out of the database."""
    return BODY.to_python(
        [{"type": name, "value": value, "id": str(place)} for place, (name, value) in enumerate(blocks)]
    )


def faults(*blocks: tuple[str, Any]) -> list[str]:
    """The sentences above the body, in the order of the blocks."""
    with translation.override("sv"), pytest.raises(ValidationError) as caught:
        BODY.clean(body(*blocks))
    return [sentence for error in caught.value.non_block_errors.as_data() for sentence in error.messages][
        ::-1
    ]


@pytest.mark.parametrize("name", sorted(EMPTY))
def test_an_empty_block_is_saved_as_a_draft_and_not_published(name: str) -> None:
    BODY.clean_deferred(body((name, EMPTY[name])))
    assert faults((name, EMPTY[name]))


def test_a_draft_does_not_loosen_the_rules_for_what_follows() -> None:
    BODY.clean_deferred(body(*EMPTY.items()))
    assert len(faults(*EMPTY.items())) >= len(EMPTY)


def test_a_draft_may_be_too_long_and_hold_too_much() -> None:
    link = {"type": "item", "value": {"page": None, "url": "", "text": ""}, "id": "1"}
    for name, value in (("heading", {"text": "x" * 121, "level": "2"}), ("links", {"items": [link] * 13})):
        BODY.clean_deferred(body((name, value)))
        assert faults((name, value))


def test_a_draft_holds_nothing_that_the_database_can_not() -> None:
    with pytest.raises(ValidationError):
        BODY.clean_deferred(body(("heading", {"text": "a\0b", "level": "2"})))


def test_a_fault_names_the_block_its_place_and_its_field() -> None:
    good = ("heading", {"text": "Rubrik", "level": "2"})
    quote = ("quote", {"text": "Hej", "person": "", "role": "", "organisation": ""})
    (told,) = faults(good, quote)
    assert told.startswith("Block 2 (Citat), Namn: ")


def test_a_smaller_heading_needs_one_above_it() -> None:
    small, large = {"text": "Liten", "level": "3"}, {"text": "Stor", "level": "2"}
    assert faults(("heading", small), ("heading", large))[0].startswith("Block 1 (Mellanrubrik), Nivå: ")
    BODY.clean(body(("heading", large), ("heading", small), ("heading", small)))


def test_the_editors_empty_paragraph_is_no_text() -> None:
    assert faults(("text", '<p data-block-key="abc">&nbsp;</p>')) == ["Block 1 (Text): Här saknas text."]


@pytest.mark.parametrize("number", ["25", "1 000", "1000", "2,5", "2.5", "−3", "1 234 567,89"])
def test_numbers_as_they_are_written(number: str) -> None:
    BODY.clean(body(("statistic", STATISTIC | {"value": number})))


@pytest.mark.parametrize("number", ["många", "25 %", "1,2,3", "10 00", "ca 5", "٣"])
def test_what_is_not_a_number(number: str) -> None:
    assert faults(("statistic", STATISTIC | {"value": number}))[0].startswith("Block 1 (Statistik), Tal: ")


def test_a_direction_needs_a_comparison() -> None:
    assert faults(("statistic", STATISTIC | {"direction": "down"}))[0].startswith(
        "Block 1 (Statistik), Jämfört med: "
    )


def test_all_faults_of_a_block_are_told_at_once() -> None:
    told = faults(
        (
            "statistic",
            STATISTIC | {"value": "x", "direction": "up", "label": "", "source_url": "javascript:x"},
        )
    )
    assert len(told) == 4


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "inte en adress", "ftp://a.se/"]
)
def test_an_address_is_on_the_web(address: str) -> None:
    assert faults(("statistic", STATISTIC | {"source_url": address}))


def test_an_address_may_be_written_without_its_scheme() -> None:
    cleaned = BODY.clean(body(("statistic", STATISTIC | {"source_url": "www.can.se"})))
    assert cleaned[0].value["source_url"] == "https://www.can.se"


def test_a_link_has_a_target_and_a_text() -> None:
    def links(**link: Any) -> tuple[str, Any]:
        given = {"page": None, "url": "", "text": "", "description": ""} | link
        return "links", {"title": "", "items": [{"type": "item", "value": given, "id": "1"}]}

    assert faults(links())[0].startswith("Block 1 (Länkar), Länkar, rad 1, Sida: ")
    assert faults(links(url="https://polisen.se/"))[0].startswith(
        "Block 1 (Länkar), Länkar, rad 1, Länktext: "
    )
    BODY.clean(body(links(url="https://polisen.se/", text="Polisen")))


def items(*values: Any) -> list[dict[str, Any]]:
    """The stored form of a list."""
    return [{"type": "item", "value": value, "id": str(place)} for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("SFS-nummer", {"sfs": "SFS 2009:400"}),
        ("Kapitel", {"chapter": "18 kap."}),
        ("Paragraf", {"section": "§ 1"}),
    ],
)
def test_a_legal_reference_has_numbers_without_their_signs(field: str, given: dict[str, str]) -> None:
    reference = {"statute": "brottsbalken"} | given
    (told,) = faults(("legal_reference", reference))
    assert told.startswith(f"Block 1 (Lagrum), {field}: ")


@pytest.mark.parametrize("name", ["questions", "related", "attachments"])
def test_a_list_without_items_is_a_fault(name: str) -> None:
    assert faults((name, {"title": "", "items": []}))


def test_a_question_without_its_answer_names_the_answer() -> None:
    asked = {"question": "Varför?", "answer": "<p></p>"}
    (told,) = faults(("questions", {"title": "", "items": items(asked)}))
    assert told == "Block 1 (Frågor och svar), Frågor, rad 1, Svar: Här saknas text."


@pytest.mark.django_db
def test_a_related_page_stands_once(newsroom: Newsroom) -> None:
    page = newsroom.information().pk
    BODY.clean_deferred(body(("related", {"title": "", "items": items(page, page)})))
    (told,) = faults(("related", {"title": "", "items": items(page, page)}))
    assert told == "Block 1 (Relaterade sidor), Sidor, rad 2: Sidan finns redan i listan."


def table(*rows: list[str], header_column: bool = False, **grid: Any) -> tuple[str, Any]:
    """A table of a column of text and one of numbers."""
    columns = [{"type": "text", "heading": "Hamn"}, {"type": "number", "heading": "2016"}]
    given = {"caption": "Beslag", "columns": columns, "rows": [{"values": row} for row in rows]} | grid
    return "table", {"header_column": header_column, "grid": given}


def headed(*headings: str) -> list[dict[str, str]]:
    """Columns of text."""
    return [{"type": "text", "heading": heading} for heading in headings]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (table(["Ystad", "9 500"], caption=" "), "Tabell, Ge tabellen en rubrik"),
        (table(), "Tabellen saknar rader."),
        (table(["Ystad", "9 500"], columns=headed("Hamn", "")), "Kolumn 2 saknar rubrik."),
        (table(["Ystad", "9 500"], columns=headed("", "2016")), "Kolumn 1 saknar rubrik."),
        (table(["Ystad", "9 500"], columns=headed("", "")), "Skriv rubriker för kolumnerna"),
        (table(["Ystad", "9 500", "mest"]), "Kolumn 3 saknar rubrik."),
        (table(["Ystad"]), "rad 1, kolumn 2: Cellen är tom."),
        (table(["<p></p>", "9 500"], header_column=True), "rad 1, kolumn 1: Cellen är tom."),
        (table(["Ystad", "mycket"]), "rad 1, kolumn 2: Skriv ett tal"),
        (table(*[["Ystad", "9 500"]] * 61), "Tabellen är för stor"),
        (table(["<p>x</p>"] * 9, columns=headed(*"abcdefghi")), "Tabellen är för stor"),
        (table(["Ystad", "1"], caption="x" * 161), "Rubriken har fler än 160 tecken."),
    ],
)
def test_what_is_wrong_with_a_table(broken: tuple[str, Any], told: str) -> None:
    BODY.clean_deferred(body(broken))
    assert told.removeprefix("Tabell, ") in "\n".join(faults(broken))


def test_a_table_tells_of_itself_and_of_its_cells_at_once() -> None:
    told = faults(table(["Ystad", "mycket"], ["", "1"], caption=""))
    assert [each.partition(": ")[0] for each in told] == [
        "Block 1 (Tabell), Kolumner och rader",
        "Block 1 (Tabell), Kolumner och rader, rad 1, kolumn 2",
        "Block 1 (Tabell), Kolumner och rader, rad 2, kolumn 1",
    ]


@pytest.mark.parametrize(
    "good",
    [
        table(["Ystad", "9 500"]),
        table(["–", ".."], ["Trelleborg", "−3,5 %"], ["Malmö", "12–14 kr/liter"]),
        table(["Ystad", "9"], columns=headed("", "2016"), header_column=True),
        table(["Ystad", "9"], columns=headed("", ""), header_column=True),
    ],
)
def test_tables_as_they_are_written(good: tuple[str, Any]) -> None:
    BODY.clean(body(good))


@pytest.fixture
def files(newsroom: Newsroom) -> dict[str, int]:
    """A file of each of three kinds."""
    made = {"film.mp4": samples.MP4, "undertexter.vtt": samples.VTT, "rapport.pdf": samples.pdf()}
    return {
        name.rpartition(".")[2]: File.objects.create(title=name, file=ContentFile(content, name)).pk
        for name, content in made.items()
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"file": None}, ["Film: Välj en film", "Undertexter: Undertexter hör till"]),
        ({"url": "https://polisen.se/film"}, ["Film: Välj en film"]),
        ({"file": "pdf"}, ["Film: Filen är ingen film"]),
        ({"captions": None}, ["Undertexter: Välj undertexterna"]),
        ({"captions": "mp4"}, ["Undertexter: Filen innehåller inga undertexter"]),
        ({"file": None, "url": "https://polisen.se/film"}, ["Undertexter: Undertexter hör till"]),
        ({"transcript": "<p> </p>"}, ["Det som sägs i filmen: Skriv"]),
        ({"title": ""}, ["Rubrik: "]),
        ({"file": None, "url": "https://polisen.se/film", "captions": None}, []),
        ({}, []),
    ],
)
def test_what_is_wrong_with_a_film(files: dict[str, int], given: dict[str, Any], told: list[str]) -> None:
    whole = {"title": "Kontroll", "file": "mp4", "url": "", "captions": "vtt", "transcript": "<p>Hej.</p>"}
    film = {name: files.get(value, value) if value else value for name, value in (whole | given).items()}
    BODY.clean_deferred(body(("video", film)))
    if not told:
        BODY.clean(body(("video", film)))
        return
    said = faults(("video", film))
    assert len(said) == len(told)
    assert all(each.startswith(f"Block 1 (Film), {start}") for each, start in zip(said, told, strict=True))


def test_anchors_are_unlike_each_other() -> None:
    publication = Publication("sv")
    assert [publication.anchor(text) for text in ("Så här", "Så här", "så här!", "???", "Så här 2")] == [
        "sa-har",
        "sa-har-2",
        "sa-har-3",
        "avsnitt",
        "sa-har-2-2",
    ]
