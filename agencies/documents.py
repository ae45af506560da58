"""What is published of an agency, and what a document that names one says of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from cms.publishing.collation import swedish_key
from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.references import Ref
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource

from .history import called, day_of, has_ended, next_change, past_names, predecessors
from .models import Agency, FormerName
from .shapes import Agency as AgencyShape
from .shapes import AgencyCard

_PREFIXES = {"sv": "/myndigheter", "en": "/en/agencies"}


class AgencySource(SnippetSource):
    """``agency:7``. Forms: ``both`` (its names and addresses in both languages), ``name`` (those of the document's).

    ``names`` are all those that it has and has had, for who looks for what names it.
    ``link``, and ``link@2017-09-27`` with the names of that day, is ``name`` and what the reader of an older text
    needs: the name of today where that is another, the end and the successor of an agency that has ended.
    """

    name = "agency"
    published = (Published("agencies.Agency", AgencyShape, AgencyCard),)
    model = Agency
    shape = 5
    prefetch = ("former_names", "predecessors")

    def changes_at(self, thing: Any) -> datetime | None:
        return next_change(thing, timezone.localdate())

    def refer(self, thing: Agency, form: str, locale: str) -> Json:
        today = timezone.localdate()
        if form == "both":
            return _names(thing, today)
        if form == "names":
            return _all_names(thing, today)
        then = called(thing, day_of(form) or today)
        said = {
            "id": thing.pk,
            "slug": thing.slug,
            "name": name_in(then, locale),
            "short_name": then.short_name,
            "url": path_in(thing, locale),
        }
        if locale != "sv" and not then.english_name:
            said["name_language"] = "sv"
        return said if form == "name" else said | _since_then(thing, said["name"], locale, today)

    def build(self, thing: Agency) -> Document:
        today = timezone.localdate()
        identity = _identity(thing, today)
        return Document(
            type="agencies.Agency",
            title=identity["name"],
            body=identity | _description(thing) | _particulars(thing) | _history(thing, today),
            card=identity | _particulars(thing, "card"),
            path=path_in(thing, "sv"),
            terms=(f"slug:{thing.slug}",),
            sort_key=swedish_key(identity["name"]),
        )


def name_in(names: Agency | FormerName, locale: str) -> str:
    """The name in a language, the Swedish one where there is no other."""
    return names.name if locale == "sv" else names.english_name or names.name


def path_in(agency: Agency, locale: str) -> str:
    """The agency's address on the visitor host."""
    return f"{_PREFIXES[locale]}/{agency.slug}/"


def _names(agency: Agency, today: date) -> dict[str, Json]:
    names = called(agency, today)
    return {
        "id": agency.pk,
        "slug": agency.slug,
        "name": names.name,
        "short_name": names.short_name,
        "english_name": names.english_name,
        "urls": {locale: path_in(agency, locale) for locale in _PREFIXES},
    }


def _all_names(agency: Agency, today: date) -> list[str]:
    called_so = [called(agency, today), *past_names(agency, today)]
    names = (name for each in called_so for name in (each.name, each.short_name, each.english_name))
    return list(dict.fromkeys(filter(None, names)))


def _identity(agency: Agency, today: date) -> dict[str, Json]:
    return {
        "id": agency.pk,
        "meta": {
            "type": "agencies.Agency",
            "detail_url": on_host(f"/api/v2/agencies/{agency.pk}/"),
            "html_url": on_host(path_in(agency, "sv")),
            "slug": agency.slug,
        },
        **_names(agency, today),
        "ended_on": str(agency.ended_on) if has_ended(agency, today) else None,
    }


def _description(agency: Agency) -> dict[str, Json]:
    texts = {"sv": agency.description, "en": agency.english_description}
    html = {locale: RichHtml(text, locale) for locale, text in texts.items()}
    return {"description": html, "organisation_number": agency.organisation_number}


def _particulars(agency: Agency, size: str = "full") -> dict[str, Json]:
    logo = Ref(f"picture:{agency.logo_id}", size) if agency.logo_id else None
    return {"website": agency.website, "logo": logo}


def _history(agency: Agency, today: date) -> dict[str, Json]:
    former = [
        {
            "name": each.name,
            "short_name": each.short_name,
            "english_name": each.english_name,
            "until": str(each.until),
        }
        for each in past_names(agency, today)
    ]
    successor = _in_both(agency.successor_id) if has_ended(agency, today) and agency.successor_id else None
    before = [_in_both(each.pk) for each in predecessors(agency, today)]
    return {"former_names": former, "successor": successor, "predecessors": before}


def _since_then(agency: Agency, name: str, locale: str, today: date) -> dict[str, Json]:
    """What a reader of an older text needs to know, and nothing where nothing has changed."""
    now = name_in(called(agency, today), locale)
    said: dict[str, Json] = {"current_name": now} if now != name else {}
    if has_ended(agency, today):
        said["ended_on"] = str(agency.ended_on)
        if agency.successor_id:
            said["successor"] = Ref(f"agency:{agency.successor_id}", "name", locale)
    return said


def _in_both(pk: int) -> Ref:
    """Another agency in an agency's document, which is the same in every language."""
    return Ref(f"agency:{pk}", "both")
