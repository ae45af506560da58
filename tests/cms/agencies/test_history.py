"""Agencies through time: a text keeps the names of its day, and what has become of them since comes by the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies.documents import AgencySource
from agencies.history import link_on
from agencies.models import Agency, FormerName
from articles.writing.period import period_fault
from cms.publishing.build import build
from cms.publishing.models import Current
from tests.cms.conftest import Newsroom

pytestmark = pytest.mark.django_db

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LAST = date(2020, 12, 31)
"""The last day of the former name."""


@pytest.fixture
def renamed(newsroom: Newsroom) -> Agency:
    agency = newsroom.agency("Integritetsskyddsmyndigheten", short_name="IMY", english_name="IMY in English")
    former = {"name": "Datainspektionen", "short_name": "DI", "english_name": "Data Inspection Board"}
    FormerName.objects.create(agency=agency, until=LAST, **former)
    FormerName.objects.create(agency=agency, name="Nämnden", until=date(1990, 1, 1))
    return agency


def said(agency: Agency, day: date | None, locale: str = "sv") -> dict[str, Any]:
    loaded = AgencySource().load([str(agency.pk)])[str(agency.pk)]
    answer: dict[str, Any] = AgencySource().refer(loaded.thing, link_on(day), locale)
    return answer


@pytest.mark.parametrize(
    ("day", "name", "short", "english"),
    [
        (date(1990, 1, 1), "Nämnden", "", "Nämnden"),
        (date(1990, 1, 2), "Datainspektionen", "DI", "Data Inspection Board"),
        (LAST, "Datainspektionen", "DI", "Data Inspection Board"),
        (LAST + timedelta(days=1), "Integritetsskyddsmyndigheten", "IMY", "IMY in English"),
        (None, "Integritetsskyddsmyndigheten", "IMY", "IMY in English"),
    ],
)
def test_the_name_is_that_of_the_day(
    renamed: Agency, day: date | None, name: str, short: str, english: str
) -> None:
    swedish = said(renamed, day)
    assert (swedish["name"], swedish["short_name"]) == (name, short)
    assert said(renamed, day, "en")["name"] == english
    assert ("name_language" in said(renamed, day, "en")) == (english == name)
    assert "name_language" not in swedish
    today = {"Integritetsskyddsmyndigheten"} - {name}
    assert {swedish["current_name"]} if "current_name" in swedish else set() == today


def test_a_text_just_before_midnight_keeps_the_old_name(renamed: Agency, newsroom: Newsroom) -> None:
    for moment, name in (
        (datetime(2020, 12, 31, 23, 59, tzinfo=STOCKHOLM), "Datainspektionen"),
        (datetime(2021, 1, 1, 0, 1, tzinfo=STOCKHOLM), "Integritetsskyddsmyndigheten"),
    ):
        page = newsroom.release(first_published_at=moment, agencies=[renamed])
        document = build([f"page:{page.pk}"])[f"page:{page.pk}"].document
        assert document is not None
        assert [agency["name"] for agency in document.body["agencies"]] == [name]
        assert [agency["name"] for agency in document.card["agencies"]] == [name]


def test_the_source_has_its_name_of_the_day_too(renamed: Agency, newsroom: Newsroom) -> None:
    page = newsroom.release(first_published_at=datetime(2017, 9, 27, tzinfo=STOCKHOLM), source_agency=renamed)
    document = build([f"page:{page.pk}"])[f"page:{page.pk}"].document
    assert document is not None
    assert document.body["source"]["name"] == "Datainspektionen"
    assert document.body["source"]["agency"]["current_name"] == "Integritetsskyddsmyndigheten"


def at(days: int) -> datetime:
    """Midnight in Stockholm so many days from today."""
    day = timezone.localdate() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, tzinfo=STOCKHOLM)


def test_what_has_ended_is_told_from_the_day_after(newsroom: Newsroom) -> None:
    office, today = newsroom.agency("Statskontoret"), timezone.localdate()
    agency = newsroom.agency("Ekonomistyrningsverket", ended_on=today, successor=office)
    assert not {"ended_on", "successor"} & set(said(agency, None))
    assert AgencySource().load([str(agency.pk)])[str(agency.pk)].changes_at == at(1)
    agency.ended_on = today - timedelta(days=1)
    agency.save()
    assert said(agency, None)["ended_on"] == str(agency.ended_on)
    assert AgencySource().load([str(agency.pk)])[str(agency.pk)].changes_at is None


def test_documents_change_on_the_day(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    office, today = newsroom.agency("Statskontoret"), timezone.localdate()
    agency = newsroom.agency("Ekonomistyrningsverket", ended_on=today, successor=office)
    FormerName.objects.create(agency=office, name="Statskontoret i Stockholm", until=today)
    page = newsroom.release(agencies=[agency])
    newsroom.settle()
    keys = [f"agency:{agency.pk}", f"agency:{office.pk}", f"page:{page.pk}"]
    assert set(Current.objects.filter(key__in=keys).values_list("next_change_at", flat=True)) == {at(1)}
    tomorrow = at(1)
    monkeypatch.setattr(timezone, "localdate", lambda value=None: tomorrow.date())
    built = {key: each.document for key, each in build(keys).items()}
    bodies = [document.body for document in built.values() if document]
    assert bodies[0]["ended_on"] == str(today)
    assert bodies[0]["successor"]["name"] == bodies[1]["name"] == "Statskontoret"
    assert [each["name"] for each in bodies[1]["predecessors"]] == ["Ekonomistyrningsverket"]
    assert [each["name"] for each in bodies[1]["former_names"]] == ["Statskontoret i Stockholm"]
    assert bodies[2]["agencies"][0]["successor"]["name"] == "Statskontoret"


def test_a_planned_name_is_not_used_before_its_day(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Myndigheten för civilt försvar")
    FormerName.objects.create(agency=agency, name="MSB", until=timezone.localdate())
    newsroom.settle()
    row = Current.objects.select_related("body").get(key=f"agency:{agency.pk}")
    assert row.title == "MSB"
    assert "civilt" not in row.body.text


def test_rows_and_ends_mark_what_names_the_agency(newsroom: Newsroom) -> None:
    agency, office = newsroom.agency("Ekonomistyrningsverket"), newsroom.agency("Statskontoret")
    page = newsroom.release(agencies=[agency], first_published_at=datetime(2017, 9, 27, tzinfo=STOCKHOLM))
    newsroom.settle()

    def text(key: str) -> str:
        newsroom.settle()
        return Current.objects.select_related("body").get(key=key).body.text

    row = FormerName.objects.create(agency=agency, name="Riksrevisionsverket", until=LAST)
    assert '"Riksrevisionsverket"' in text(f"page:{page.pk}")
    row.delete()
    assert "Riksrevisionsverket" not in text(f"page:{page.pk}")
    agency.ended_on, agency.successor = LAST, office
    agency.save()
    assert "Statskontoret" in text(f"page:{page.pk}")
    assert "Ekonomistyrningsverket" in text(f"agency:{office.pk}")
    office.name = "Nya Statskontoret"
    office.save()
    assert "Nya Statskontoret" in text(f"page:{page.pk}")
    agency = Agency.objects.get(pk=agency.pk)
    agency.successor = None
    agency.save()
    assert "Ekonomistyrningsverket" not in text(f"agency:{office.pk}")


def test_a_successor_needs_an_end_and_leads_onward(newsroom: Newsroom) -> None:
    first = newsroom.agency("Första", ended_on=LAST)
    second = newsroom.agency("Andra", ended_on=LAST, successor=first)
    for agency, successor in ((first, second), (first, first)):
        agency.successor = successor
        with pytest.raises(ValidationError, match="leder tillbaka"):
            agency.clean()
    with pytest.raises(ValidationError, match="upphörde"):
        Agency(name="Tredje", slug="tredje", successor=first).clean()


def test_a_chain_of_successors_is_no_circle(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Sista")
    for number in range(12):
        agency = newsroom.agency(f"Verk {number}", ended_on=LAST, successor=agency)
    page = newsroom.release(agencies=[agency])
    document = build([f"page:{page.pk}"])[f"page:{page.pk}"].document
    assert document is not None
    assert document.body["agencies"][0]["successor"]["name"] == "Verk 10"


def test_many_agencies_take_as_few_queries_as_one(newsroom: Newsroom) -> None:
    keys = []
    for number in range(8):
        agency = newsroom.agency(f"Verk {number}")
        FormerName.objects.create(agency=agency, name=f"Ämbete {number}", until=LAST)
        keys.append(f"agency:{agency.pk}")
    build(keys[:1])  # what the process remembers is at hand for both
    with CaptureQueriesContext(connection) as one:
        build(keys[:1])
    with CaptureQueriesContext(connection) as many:
        build(keys)
    assert len(many) == len(one)


@pytest.mark.parametrize(
    ("since", "until", "sound"),
    [
        ("", "", True),
        ("2009", "", True),
        ("2009-05", "2009", True),
        ("2009-05-31", "2010-01", True),
        ("", "2015-12-31", True),
        ("2009", "2008", False),
        ("2009-05", "2009-04-30", False),
        ("2009-13", "", False),
        ("2009-02-30", "", False),
        ("sedan 2009", "", False),
        ("09", "", False),
        ("2009-5", "", False),
        ("٢٠٠٩", "", False),
    ],
)
def test_a_period_is_as_precise_as_it_is_known(since: str, until: str, *, sound: bool) -> None:
    assert (period_fault(since, until) == "") is sound


def test_the_last_day_of_the_calendar_is_never_over(newsroom: Newsroom) -> None:
    agency = newsroom.agency("Tullverket", ended_on=date.max)
    FormerName.objects.create(agency=agency, name="Generaltullstyrelsen", until=date.max)
    page = newsroom.release(agencies=[agency])
    newsroom.settle()
    assert Current.objects.filter(key__in=[f"agency:{agency.pk}", f"page:{page.pk}"]).count() == 2
