"""How dates, numbers and the contract's words are written in each language: Jinja filters."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from frontend.language import Language
from frontend.periods import period_in

OWN = re.compile(r"/(?![/\\])[^\s,\\]*")  # a comma would end an address of a `srcset`
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def N_(message: str) -> str:
    """The message itself."""
    return message


WORDS = {
    "press_release": N_("Press release"),
    "news": N_("News"),
    "information": N_("Information"),
    "request": N_("Information"),
    "accessibility_statement": N_("Information"),
    "agency": N_("Agency"),
    "topic": N_("Topic"),
    "emergency": N_("Emergency information"),
    "sender": N_("Sender"),
    "source": N_("Source"),
    "partner": N_("Partner"),
    "mentioned": N_("Mentioned"),
    "minor": N_("Small change"),
    "update": N_("Update"),
    "correction": N_("Correction"),
}


def filters(language: Language) -> dict[str, Callable[..., str]]:
    """The filters that depend on the language, by name."""
    translate = language.translations.gettext

    def date(moment: str) -> str:
        """27 september 2017."""
        return format_date(datetime.fromisoformat(moment), "d MMMM y", locale=language.code)

    def day(moment: str) -> str:
        """27 september: where the year stands beside it."""
        return format_date(datetime.fromisoformat(moment), "d MMMM", locale=language.code)

    def time(moment: str) -> str:
        """14.30 in Swedish, by the clock that the CMS gave."""
        at = datetime.fromisoformat(moment)
        return format_time(at, language.time_pattern, tzinfo=at.tzinfo, locale=language.code)

    def number(value: str | int | float) -> str:
        """1 000 with a no-break space; what isn't a number stands as the editor wrote it."""
        try:
            return format_decimal(Decimal(str(value)), locale=language.code)
        except InvalidOperation:
            return str(value).replace(" ", NO_BREAK_SPACE)

    def kronor(amount: int) -> str:
        """80 kr."""
        return language.translations.gettext("SEK %(amount)s").replace(" ", NO_BREAK_SPACE) % {
            "amount": number(amount)
        }

    def word(key: str) -> str:
        """The reader's word for one of the contract's; nothing for a word that is newer than this site."""
        return translate(WORDS[key]) if key in WORDS else ""

    return {
        "date": date,
        "day": day,
        "time": time,
        "number": number,
        "kronor": kronor,
        "word": word,
        "period": period_in(language),
        "year": year,
        "host": host,
    }


def year(moment: str) -> str:
    """2017."""
    return moment[:4]


def host(url: str) -> str:
    """polisen.se: what a reader needs to know of an outside address."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def address(url: Any) -> str:
    """The address, if a link may lead there: a path on this host or the web. No link runs a script."""
    text = str(url or "")
    return text if text.startswith(("/", "http://", "https://")) else ""


def own(url: Any) -> str:
    """The address of what a page shows of itself, such as a picture: one path on this host, or else nothing."""
    text = str(url or "")
    return text if OWN.fullmatch(text) else ""


def tel(number: Any) -> str:
    """A phone number for a tel: link: digits and a leading plus. Nobody dials the (0) of +46 (0)8."""
    dialled = str(number).replace("(0)", "") if "+" in str(number) else str(number)
    return "".join(character for character in dialled if character.isdecimal() or character == "+")
