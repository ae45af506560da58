"""Thirty searches on the demo site as people type them, each with what must come first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

FEES = "Avgifter för kopior"
REQUEST = "Begär ut en allmän handling"
SECRECY = "Förundersökningssekretess"
REPORT = "Slutrapport om insatsen mot organiserad brottslighet"
COOPERATION = "Samverkan mot organiserad brottslighet"
THIRTEEN = "Tretton myndigheter delar samma lägesbild"
FERRIES = "Fem dygn, fyra hamnar, tolv myndigheter: så kontrollerades färjorna i november"
FIGURES = "Färre men större: ekobrotten 2017 i siffror"
TRIAL = "Från åtal till dom: så går en rättegång till"
STRAW_MEN = "Så känner du igen en målvakt"
WITNESS = "Om du är målsägande eller vittne"
TWENTY_YEARS = "Tjugo år med samlad kraft mot ekobrott"

FIRST: dict[str, dict[str, str]] = {
    "two words": {
        "avgift kopia": FEES,
        "organiserad brottslighet": COOPERATION,
        "lämna tips": "Lämna tips",
        "lediga jobb": "Vi söker tjugo ekonomer som gillar att läsa",
    },
    "lower case and no diacritics": {
        "forundersokningssekretess": SECRECY,
        "oppettider registratur": "Nya öppettider i registraturen",
        "langa avstand": "Långa avstånd kräver tätt samarbete i norr",
        "begara ut allman handling": REQUEST,
    },
    "inflected": {
        "målvakter": STRAW_MEN,
        "rättegången": TRIAL,
        "vittnen": WITNESS,
        "färjan": FERRIES,
        "skattebrottet": "Fel eller fusk? Sex frågor om skattebrott",
        "fakturan": "Fyra dömda för osanna fakturor i städbranschen",
    },
    "a part of a compound": {
        "konkurs": "För konkursförvaltare och revisorer",
        "tillgänglighet": "Tillgänglighetsredogörelse",
        "sommarjobb": "Sommarjobbet utan kvitto: fem råd till dig under 20",
        "vinter": "Vinterns kontroller börjar vid gränsen",
    },
    "a question": {
        "vad kostar en kopia": FEES,
        "hur begär jag ut en handling": REQUEST,
        "sätter ni kakor?": "Inga kakor",
    },
    "a name, a former one, an abbreviation": {
        "utbetalningsmyndigheten": "Utbetalningsmyndigheten är på plats",
        "rikspolisstyrelsen": TWENTY_YEARS,
        "RPS": TWENTY_YEARS,
        "wadhed": REPORT,
        "säpo färjor": FERRIES,
    },
    "a number": {
        "ekobrott 2017": FIGURES,
        "EBM2017-482": REPORT,
        "åtalade 2024": "Fler åtalade 2024, men väntan på rättegång blev längre",
    },
    "one word of a title": {
        "diariet": "Diariet",
        "organisation": "Organisation",
        "sekretess": "Offentlighet och sekretess",
        "personuppgifter": "Behandling av personuppgifter",
        "penningtvätt": "Pressinbjudan: frukostmöte om penningtvätt den 18 oktober",
    },
    "a phrase, and what is to be without": {
        '"tretton myndigheter"': THIRTEEN,
        "brottslighet -samverkan -slutrapport": "Ny webbplats för skolan om ekonomisk brottslighet",
    },
    "in the text alone": {"smuggelbussar": REPORT, "pressjour": "För medier"},
}


@pytest.fixture(scope="module")
def demo(load_demo: Callable[[], None], django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo site in a transaction around all tests of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo()
        yield
        transaction.set_rollback(True)


def _found(client: Client, text: str, **more: str) -> Any:
    return client.get("/api/v2/pages/", {"search": text, "locale": "sv"} | more).json()


@pytest.mark.parametrize("kind", FIRST)
def test_what_is_looked_for_comes_first(demo: None, client: Client, kind: str) -> None:
    found = {text: [item["title"] for item in _found(client, text)["items"][:3]] for text in FIRST[kind]}
    assert {text: titles[:1] for text, titles in found.items()} == {
        text: [title] for text, title in FIRST[kind].items()
    }, found


def test_there_are_thirty_of_them_at_least() -> None:
    assert sum(map(len, FIRST.values())) >= 30


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("malvkat", "målvakt"), ("registraturn", "registraturen"), ("pressinbjudn", "pressinbjudan"),
        ("pengtvätt", "penningtvätt"), ("tillgänglighetsredogorlse", "tillgänglighetsredogörelse"),
    ],
)  # fmt: skip
def test_what_is_mistyped_is_put_right(demo: None, client: Client, typed: str, meant: str) -> None:
    assert _found(client, typed)["meta"] == {"total_count": 0, "next_after": None, "suggestion": meant}


def test_english_pages_have_english_stems(demo: None, client: Client) -> None:
    found = {
        text: _found(client, text, locale="en")["items"][0]["title"]
        for text in ("requesting documents", "protecting yourself", "organised crimes", "pictures shared")
    }
    assert found == {
        "requesting documents": "Request a public document",
        "protecting yourself": "Calls in our name: how to protect yourself",
        "organised crimes": "Final report on the joint effort against organised crime",
        "pictures shared": "Thirteen authorities share the same picture",
    }
