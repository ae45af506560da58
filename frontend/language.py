"""The languages of the site: their furniture (gettext), their addresses and their habits."""

import gettext
from dataclasses import dataclass
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
    page_parameter: str
    role_parameter: str
    amount_parameter: str
    receipt_parameter: str
    answer_parameter: str
    received: str
    time_pattern: str

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
    page_parameter="sida",
    role_parameter="roll",
    amount_parameter="sidor",
    receipt_parameter="kvitto",
    answer_parameter="svar",
    received="mottaget",
    time_pattern="HH.mm",
)
ENGLISH = Language(
    code="en",
    prefix="/en/",
    agencies_path="/en/agencies/",
    topics_path="/en/topics/",
    audiences_path="/en/you-are/",
    search_path="/en/search/",
    page_parameter="page",
    role_parameter="role",
    amount_parameter="pages",
    receipt_parameter="receipt",
    answer_parameter="answer",
    received="received",
    time_pattern="HH:mm",
)
LANGUAGES = {language.code: language for language in (SWEDISH, ENGLISH)}
DEFAULT = SWEDISH


def language_at(path: str) -> Language:
    """The language that an address is in, told by its first part."""
    by_prefix = sorted(LANGUAGES.values(), key=lambda language: -len(language.prefix))
    return next((language for language in by_prefix if f"{path}/".startswith(language.prefix)), DEFAULT)
