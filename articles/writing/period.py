"""From when until when, as precisely as it is known: 2009, 2009-05 or 2009-05-01 (ISO 8601 with reduced precision)."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _

_WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def period_fault(since: str, until: str) -> str:
    """What is wrong with a period, in a sentence; empty when nothing is. Either end may be left out."""
    for end in filter(None, (since, until)):
        if not _is_date(end):
            return _("“%(text)s” isn't a date. Write 2009, 2009-05 or 2009-05-01.") % {"text": end}
    common = min(len(since), len(until))
    return _("The end comes before the beginning.") if until[:common] < since[:common] else ""


def _is_date(text: str) -> bool:
    try:
        return bool(_WRITTEN.fullmatch(text) and date.fromisoformat((text + "-01-01")[:10]))
    except ValueError:
        return False
