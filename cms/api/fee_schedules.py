"""``fee-schedules/``: what copies cost, and an order counted."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cms.fee_shapes import FeeQuote
from cms.fees import breakdown, in_force, quote
from cms.publishing.days import midnight

from . import reading
from .errors import NoFee, NotFound
from .http.responses import Answer, respond
from .operations import operation
from .parameters import QuoteQuery, parse
from .things import Things


class FeeSchedules(Things):
    """Schedules hold all languages, and have no slug to be found by."""

    routes: ClassVar[dict[str, str]] = {
        "": "listing_view",
        "<int:pk>/": "detail_view",
        "<int:pk>/quote/": "quote_view",
    }
    source = "fee_schedule"
    noun = "fee schedule"

    @operation(QuoteQuery, lambda _: FeeQuote, NoFee)
    def quote_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What so many pages cost on a day, today by the clock of Stockholm if none is given."""
        query = parse(QuoteQuery, request.GET)
        schedule = reading.body_by_key(f"{self.source}:{pk}")
        if schedule is None:
            raise NotFound(f"No {self.noun} with id {pk} is published.")
        today = timezone.localdate()
        said = _quote(json.loads(schedule.text), query.pages, query.date or today)
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        moment = (
            schedule.moment
            if query.date
            else schedule.moment.no_later_than(midnight(today + timedelta(days=1)))
        )
        return respond(request, Answer(text, moment, schedule.keys))


def _quote(schedule: dict[str, Any], pages: int, day: date) -> dict[str, Any]:
    """The answer, from the line that is in force that day and not on the day of publication. Raises NoFee."""
    line = in_force(schedule["lines"], day)
    if line is None:
        first = min((each["valid_from"] for each in schedule["lines"]), default=None)
        raise NoFee(f"No fee is set for {day}. {_first(first)}", valid_from=first)
    kept = ("valid_from", "postage_may_be_added", "exemptions", "legal_basis", "reviewed_on")
    return {
        "meta": {"type": "articles.FeeQuote"},
        "schedule": {"id": schedule["id"], "name": schedule["name"]},
        "date": str(day),
        "pages": pages,
        "amount": quote(line, pages),
        "currency": "SEK",
        "breakdown": {locale: breakdown(line, pages, locale) for locale in ("sv", "en")},
        **{name: line[name] for name in kept},
    }


def _first(day: str | None) -> str:
    return f"The first is valid from {day}." if day else "The schedule has none."
