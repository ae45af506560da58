"""From when until when, in words: a year, a month or a day at either end, as precisely as it is known."""

from collections.abc import Callable, Mapping
from datetime import datetime

from babel.dates import format_date

from frontend.language import Language

_PATTERNS = {len("2009"): "y", len("2009-05"): "MMMM y", len("2009-05-01"): "d MMMM y"}


def period_in(language: Language) -> Callable[[Mapping[str, str]], str]:
    """The filter: sedan 2009, 2009–2015, till och med maj 2015; nothing for what has neither `since` nor `until`."""
    _ = language.translations.gettext

    def period(link: Mapping[str, str]) -> str:
        since, until = (_roughly(link.get(end, ""), language.code) for end in ("since", "until"))
        if since and until:
            return f"{since}–{until}"
        if since:
            return _("since %(date)s") % {"date": since}
        return _("until %(date)s") % {"date": until} if until else ""

    return period


def _roughly(moment: str, locale: str) -> str:
    if len(moment) not in _PATTERNS:
        return ""
    whole = datetime.fromisoformat(f"{moment}-01-01"[: len("2009-05-01")])
    return str(format_date(whole, _PATTERNS[len(moment)], locale=locale))
