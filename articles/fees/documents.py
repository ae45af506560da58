"""What is published of a fee schedule, and what a document that names one says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from articles.writing.citation import citation
from cms.fees import MOST_PAGES, in_force
from cms.publishing.collation import swedish_key
from cms.publishing.days import midnight
from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource

from . import shapes
from .models import FeeLine, FeeSchedule, OtherFee

_NUMBERS = ("free_below", "first_fee", "further_page_fee", "postage_may_be_added")
_BASIS = ("statute", "sfs", "chapter", "section")


class FeeScheduleSource(SnippetSource):
    """``fee_schedule:1``. Forms: ``link`` (id, name), ``fees`` (`shapes.Fees`). It has no address of its own."""

    name = "fee_schedule"
    published = (Published("articles.FeeSchedule", shapes.FeeSchedule, shapes.FeeScheduleCard),)
    model = FeeSchedule
    prefetch = ("lines", "other_fees")
    remembered = False

    def changes_at(self, thing: FeeSchedule) -> datetime | None:
        days = [each.valid_from for each in (*thing.lines.all(), *thing.other_fees.all())]
        return midnight(min(coming)) if (coming := [day for day in days if day > _today()]) else None

    def refer(self, thing: FeeSchedule, form: str, locale: str) -> Json:
        named = {"id": thing.pk, "name": _text(thing, "name", locale)}
        if form == "link":
            return named
        lines = [_in_language(line, locale) for line in _lines(thing)]
        now = in_force(lines, _today())
        return {
            "schedule": named,
            "lines": [line for line in reversed(lines) if line is now or line["valid_from"] > str(_today())],
            "other_fees": [
                {
                    "form": _text(fee, "form", locale),
                    "amount": _text(fee, "amount", locale),
                    "valid_from": str(fee.valid_from),
                }
                for fee in _of_today(thing.other_fees.all())
            ],
            "quote_url": _quote_path(thing),
            "most_pages": MOST_PAGES,
        }

    def build(self, thing: FeeSchedule) -> Document:
        lines = [_in_all_languages(line) for line in _lines(thing)]
        fees = sorted(thing.other_fees.all(), key=lambda fee: fee.valid_from, reverse=True)
        card = _identity(thing)
        body = card | {
            "line": in_force(lines, _today()),
            "lines": lines,
            "other_fees": [
                {
                    "form": _texts(fee, "form"),
                    "amount": _texts(fee, "amount"),
                    "valid_from": str(fee.valid_from),
                }
                for fee in fees
            ],
        }
        return Document("articles.FeeSchedule", thing.name, body, card, sort_key=swedish_key(thing.name))


def _today() -> date:
    """By the clock of the site's time zone."""
    return timezone.localdate()


def _quote_path(schedule: FeeSchedule) -> str:
    return f"/api/v2/fee-schedules/{schedule.pk}/quote/"


def _identity(schedule: FeeSchedule) -> dict[str, Json]:
    detail = on_host(f"/api/v2/fee-schedules/{schedule.pk}/")
    return {
        "id": schedule.pk,
        "meta": {"type": "articles.FeeSchedule", "detail_url": detail},
        "name": _texts(schedule, "name"),
        "quote_url": _quote_path(schedule),
        "most_pages": MOST_PAGES,
    }


def _lines(schedule: FeeSchedule) -> list[FeeLine]:
    """The lines, the newest first."""
    return sorted(schedule.lines.all(), key=lambda line: line.valid_from, reverse=True)


def _of_today(fees: Iterable[OtherFee]) -> list[OtherFee]:
    """The fee of each form that has begun last, in the editor's order."""
    begun = sorted((fee for fee in fees if fee.valid_from <= _today()), key=lambda fee: fee.valid_from)
    newest = {fee.form: fee for fee in begun}
    return [fee for fee in fees if newest.get(fee.form) is fee]


def _in_language(line: FeeLine, locale: str) -> dict[str, Json]:
    return _line(line, _text(line, "exemptions", locale))


def _in_all_languages(line: FeeLine) -> dict[str, Json]:
    return _line(line, _texts(line, "exemptions"))


def _line(line: FeeLine, exemptions: Json) -> dict[str, Json]:
    basis = {name: getattr(line, name).strip() for name in _BASIS}
    return {
        "valid_from": str(line.valid_from),
        **{name: getattr(line, name) for name in _NUMBERS},
        "exemptions": exemptions,
        "legal_basis": {"citation": citation(**basis), **basis, "url": line.url},
        "reviewed_on": str(line.reviewed_on),
    }


def _texts(thing: Any, field: str) -> dict[str, str]:
    return {locale: _text(thing, field, locale) for locale in ("sv", "en")}


def _text(thing: Any, field: str, locale: str) -> str:
    """A text in a language, or else in Swedish."""
    own = "" if locale == "sv" else getattr(thing, f"english_{field}")
    return str(own or getattr(thing, field)).strip()
