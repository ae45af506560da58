"""The languages of the site: their furniture (gettext), their addresses and their habits."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

LOCALE_DIR = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Language:
    """A language of the site; `prefix` is the first part of its addresses."""

    code: str
    prefix: str
    agencies_path: str
    topics_path: str
    audiences_path: str
    search_path: str
    words_parameter: str
    agency_parameter: str
    topic_parameter: str
    type_parameter: str
    kind_parameter: str
    year_parameter: str
    role_parameter: str
    page_parameter: str
    amount_parameter: str
    receipt_parameter: str
    answer_parameter: str
    received: str
    time_pattern: str
    address_words: Mapping[str, str] = field(hash=False)
    """The contract's words as addresses have them: those stay, whatever the texts come to say."""

    @cached_property
    def translations(self) -> gettext.NullTranslations:
        """The furniture's texts. English is the language of the message ids, so it needs no catalogue."""
        return gettext.translation("frontend", LOCALE_DIR, [self.code], fallback=self.code == "en")


SWEDISH = Language(
    code="sv",
    prefix="/",
    agencies_path="/myndigheter/",
    topics_path="/amnen/",
    audiences_path="/du-ar/",
    search_path="/sok/",
    words_parameter="q",
    agency_parameter="myndighet",
    topic_parameter="amne",
    type_parameter="typ",
    kind_parameter="typ",
    year_parameter="ar",
    role_parameter="roll",
    page_parameter="sida",
    amount_parameter="sidor",
    receipt_parameter="kvitto",
    answer_parameter="svar",
    received="mottaget",
    time_pattern="HH.mm",
    address_words={
        "press_release": "pressmeddelande",
        "news": "nyhet",
        "information": "information",
        "sender": "avsandare",
        "source": "kalla",
        "partner": "samverkande",
        "mentioned": "omnamnd",
    },
)
ENGLISH = Language(
    code="en",
    prefix="/en/",
    agencies_path="/en/agencies/",
    topics_path="/en/topics/",
    audiences_path="/en/you-are/",
    search_path="/en/search/",
    words_parameter="q",
    agency_parameter="agency",
    topic_parameter="topic",
    type_parameter="type",
    kind_parameter="type",
    year_parameter="year",
    role_parameter="role",
    page_parameter="page",
    amount_parameter="pages",
    receipt_parameter="receipt",
    answer_parameter="answer",
    received="received",
    time_pattern="HH:mm",
    address_words={
        "press_release": "press-release",
        "news": "news",
        "information": "information",
        "sender": "sender",
        "source": "source",
        "partner": "partner",
        "mentioned": "mentioned",
    },
)
LANGUAGES = {language.code: language for language in (SWEDISH, ENGLISH)}
DEFAULT = SWEDISH


def language_at(path: str) -> Language:
    """The language that an address is in, told by its first part."""
    by_prefix = sorted(LANGUAGES.values(), key=lambda language: -len(language.prefix))
    return next((language for language in by_prefix if f"{path}/".startswith(language.prefix)), DEFAULT)
