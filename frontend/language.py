"""The languages of the site: their furniture (gettext), their addresses and their habits."""

import gettext
from dataclasses import dataclass
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
    page_parameter: str
    role_parameter: str
    amount_parameter: str
    receipt_parameter: str
    time_pattern: str
    translations: gettext.NullTranslations


def _language(
    code: str,
    prefix: str,
    agencies: str,
    topics: str,
    audiences: str,
    page: str,
    role: str,
    amount: str,
    receipt: str,
    time: str,
) -> Language:
    # English is the language of the message ids, so it needs no catalogue.
    translations = gettext.translation("frontend", LOCALE_DIR, [code], fallback=code == "en")
    return Language(
        code, prefix, agencies, topics, audiences, page, role, amount, receipt, time, translations
    )


LANGUAGES = {
    "sv": _language(
        "sv", "/", "/myndigheter/", "/amnen/", "/du-ar/", "sida", "roll", "sidor", "kvitto", "HH.mm"
    ),
    "en": _language(
        "en",
        "/en/",
        "/en/agencies/",
        "/en/topics/",
        "/en/you-are/",
        "page",
        "role",
        "pages",
        "receipt",
        "HH:mm",
    ),
}
DEFAULT = LANGUAGES["sv"]


def language_at(path: str) -> Language:
    """The language that an address is in, told by its first part."""
    by_prefix = sorted(LANGUAGES.values(), key=lambda language: -len(language.prefix))
    return next((language for language in by_prefix if f"{path}/".startswith(language.prefix)), DEFAULT)
