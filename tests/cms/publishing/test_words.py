"""What documents are found by: which of their words, how heavy, and what PostgreSQL makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection

from cms.publishing import search_configuration
from cms.publishing.documents import Document
from cms.publishing.models import Current, Entry
from cms.publishing.words import LONGEST, WORDS, Words, fold, folded, words_of
from tests.cms.conftest import Newsroom

CONTRACT = Path(__file__).parents[2] / "contract"
WORDLESS = {
    "address", "alt", "anchor", "assessed_on", "at", "because", "category", "chapter", "code", "complaint_url",
    "complaints_email",
    "compliance", "credit", "currency", "date", "detail_url", "direction", "end", "ended_on", "feedback_email",
    "first_published_at", "format", "html_url", "id", "kind", "language", "locale", "published_at", "quote_url",
    "review_by", "reviewed_on", "revised_on", "search_description", "section", "seo_title", "sfs", "since", "slug",
    "start", "statute", "tagline", "title_language", "type", "uid", "until", "updated_at", "url", "valid_from",
    "visiting_address", "website",
}  # fmt: skip
"""Members of documents whose strings nobody searches for."""


def _strings(value: Any, member: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _strings(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, member)
    elif isinstance(value, str):
        yield member


def test_of_every_member_it_is_decided_whether_readers_look_for_its_words() -> None:
    files = [*CONTRACT.glob("pages/*.json"), *CONTRACT.glob("blocks/*.json"), *CONTRACT.glob("*.json")]
    members = {member for file in files for member in _strings(json.loads(file.read_text()))}
    assert not members - WORDS - WORDLESS


def test_each_word_goes_to_its_weight() -> None:
    body = json.loads((CONTRACT / "pages/press_release.json").read_text())
    for joined in (
        "breadcrumbs",
        "children",
        "siblings",
        "section",
        "alternates",
        "related",
        "previous",
        "next",
    ):
        body.pop(joined)
    words = words_of(
        Document("x", body["title"], body, also=[["Ekobrottsmyndigheten", "EBM", "Statens ekobrottsenhet"]])
    )
    assert words.title == "Slutrapport om insatsen mot organiserad brottslighet"
    assert words.lead.startswith("Tolv myndigheter har")
    for name in ("Polisen", "Datainspektionen", "Integritetsskyddsmyndigheten", "Statens ekobrottsenhet"):
        assert name in words.named
    for text in ("Nya brottsupplägg upptäcktes", "Per Wadhed", "Måste jag säga vem jag är?", "Trelleborg"):
        assert text in words.text
    for text in ("EBM2017-482", "Kommunikationsenheten"):
        assert text in words.more
    for other in ("/media/", "http", "sender", "<", "CC BY", "Fler bokföringsbrott", "press_release"):
        assert other not in " ".join(words)


def test_an_agency_is_found_by_its_other_names_and_in_both_languages() -> None:
    body = json.loads((CONTRACT / "agency.json").read_text())
    words = words_of(Document("x", body["name"], body))
    assert words.names.split("\n") == ["EBM", "Swedish Economic Crime Authority", "Statens ekobrottsenhet"]
    assert words.lead.split("\n") == [
        "Utreder och förebygger ekonomisk brottslighet.",
        "Investigates and prevents economic crime.",
    ]
    assert words.more == "202100-4979"


def test_the_text_is_one_that_can_be_shown() -> None:
    html = "<p>Över<b>svämning</b>&amp;\u00adar</p><ul><li>ett</li><li>två</li></ul>"
    body = {"body": [{"type": "text", "value": {"html": html}}], "lead": "A\u030arets\n\x00 \u200bslut\u202e"}
    words = words_of(Document("x", "Titel", body))
    assert words.text == "Översvämning&ar\nett\ntvå"
    assert words.lead == "Årets slut"


def test_no_page_is_too_long_to_be_published(newsroom: Newsroom) -> None:
    endless = " ".join(f"ord{number}å" for number in range(60_000))
    page = newsroom.release("Lång", body=[("text", f"<p>{endless}</p>"), ("text", f"<p>{'x' * 300_000}</p>")])
    newsroom.settle()
    row = Current.objects.get(key=f"page:{page.pk}")
    assert sum(map(len, row.words)) <= LONGEST
    assert "'ord7a'" in row.search


@pytest.mark.parametrize(
    ("text", "plain"), [("Översvämning", "oversvamning"), ("SÄPO", "sapo"), ("Müller", "muller"), ("ß", "ss")]
)
def test_folding(text: str, plain: str) -> None:
    assert fold(text) == plain
    assert folded(Words(text, "EBM", "Och så.")) == f" {plain} ebm\n och sa"


def _lexemes(text: str, locale: str = "sv") -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(publishing_lexemes(%s, %s))", [locale, text])
        return set(cursor.fetchone()[0])


@pytest.mark.django_db
def test_the_database_stems_with_and_without_diacritics() -> None:
    assert _lexemes("Myndigheterna för översvämningar") == {"mynd", "oversvamning", "översvämning"}
    assert _lexemes("far får") == {"far", "får"}
    assert {"direktor", "direktör"} <= _lexemes("direktör") & _lexemes("direktörer")
    assert _lexemes("och/eller kl.\u00a014.30, a@b.se bank-id") >= {"14", "30", "bank", "id"}
    assert _lexemes("The authorities of Åland", "en") == {"author", "aland"}


@pytest.mark.django_db
def test_installing_twice_changes_nothing() -> None:
    with connection.cursor() as cursor:
        search_configuration.install(cursor)


@pytest.mark.django_db
def test_a_refused_extension_is_told_with_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_configuration, "EXTENSIONS", ("no_such_extension",))
    with connection.cursor() as cursor, pytest.raises(search_configuration.ExtensionRefused) as refused:
        search_configuration.install(cursor)
    assert "CREATE EXTENSION no_such_extension" in str(refused.value)
    assert isinstance(refused.value.__cause__, DatabaseError)


def test_what_is_searched_follows_and_those_who_hold_answers_hear_of_it(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Rikspolisstyrelsen")
    page = newsroom.release(agencies=[agency])
    newsroom.settle()
    before = Entry.objects.count()
    Current.objects.filter(key=f"page:{page.pk}").update(words=["", "", "", "", "", ""], folded="")
    page.save_revision().publish()
    newsroom.settle()
    row = Current.objects.get(key=f"page:{page.pk}")
    assert (row.words[0], "Rikspolisstyrelsen" in row.words[3]) == ("Nytt tillslag", True)
    assert Entry.objects.count() == before + 1


def test_a_page_is_found_by_every_name_of_its_agencies(newsroom: Newsroom) -> None:
    agency = newsroom.agency(
        "Integritetsskyddsmyndigheten", short_name="IMY", english_name="Authority for Privacy"
    )
    agency.former_names.create(name="Datainspektionen", short_name="DI", until="2020-12-31")
    agency.save()
    page = newsroom.release(agencies=[agency])
    newsroom.settle()
    named = Current.objects.get(key=f"page:{page.pk}").words[3]
    for name in ("Integritetsskyddsmyndigheten", "IMY", "Authority for Privacy", "Datainspektionen", "DI"):
        assert name in named
