"""What is published of the press list, press releases and information pages. Nothing here makes a query."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from agencies.history import link_on
from cms.publishing.documents import Json
from cms.publishing.page_types import PageContent
from cms.publishing.pages import timestamp
from cms.publishing.references import Ref
from cms.publishing.typography import no_break

from .changes import ChangeKind
from .contents import contents_of
from .models import (
    AccessibilityStatementPage,
    AgencyLink,
    Article,
    Change,
    InformationPage,
    PressIndexPage,
    PressReleasePage,
    RequestPage,
    year_of,
)
from .publication import Publication, publish_body


def press_index(page: PressIndexPage) -> PageContent:
    """A press list has its lead and the pictures for journalists; the press releases are joined at read."""
    card: dict[str, Json] = {"lead": no_break(page.lead.strip())}
    locale = page.locale.language_code
    pictures = [
        _captioned(row.picture_id, row.caption, locale) for row in page.pictures.all() if row.picture_id
    ]
    return PageContent(card | {"pictures": pictures}, card)


def information(page: InformationPage) -> PageContent:
    """An information page: lead, dates, what changed, body."""
    changes = _told(page)
    publication = Publication(page.locale.language_code)
    body = publish_body(page.body, publication)
    audiences = [link.audience_id for link in page.audience_links.all() if link.audience_id]
    fields = _opening(page, changes) | {
        "changes": _changes(changes),
        "body": body,
        "contents": contents_of(body),
        "legal_references": _legal_references(page, publication),
        "responsible_unit": page.responsible_unit.strip(),
        "reviewed_on": _day(page.reviewed_on),
        "review_by": _day(page.review_by),
        "audiences": [Ref(f"audience:{id}", "link", publication.locale) for id in audiences],
    }
    terms = tuple(f"audience:{id}" for id in audiences)
    return PageContent(fields, _opening(page, changes), terms, _updated_at(changes), ties=terms)


def press_release(page: PressReleasePage) -> PageContent:
    """A press release: what an information page has, its picture, and its agencies by role."""
    locale, changes = page.locale.language_code, _told(page)
    links = [link for link in page.agency_links.all() if link.agency_id]
    form = link_on(_day_of(page))
    agencies = [(link.role, _agency(link, form, locale)) for link in links]
    body = publish_body(page.body, Publication(locale, agencies))
    opening = {"kind": page.kind} | _opening(page, changes)
    named = {"agencies": [ref for _role, ref in agencies], "topics": _topics(page, locale)}
    fields = opening | {
        "changes": _changes(changes),
        "picture": _main_picture(page),
        "body": body,
        "contents": contents_of(body),
        **named,
        "contacts": _contacts(page, locale),
        "source": _source(page, form, locale),
        "registry_number": page.registry_number.strip(),
        "responsible_unit": page.responsible_unit.strip(),
    }
    card = opening | {"picture": _picture(page, "card"), **named}
    terms = [f"kind:{page.kind}", f"year:{year_of(page)}"]
    for link in links:
        terms += [f"agency:{link.agency_id}", f"agency:{link.agency_id}:{link.role}"]
    topics = [f"topic:{link.topic_id}" for link in page.topic_links.all() if link.topic_id]
    return PageContent(
        fields,
        card,
        tuple(dict.fromkeys([*terms, *topics])),
        _updated_at(changes),
        dated=True,
        ties=(*topics, *(f"agency:{link.agency_id}" for link in links)),
        chosen=tuple(f"page:{row.page_id}" for row in page.related_pages.all() if row.page_id),
        also=_names(page, locale),
    )


def request(page: RequestPage) -> PageContent:
    """The page of the request form: what stands above and beneath it."""
    changes, body = _told(page), publish_body(page.body, Publication(page.locale.language_code))
    fields = _opening(page, changes) | {
        "changes": _changes(changes),
        "body": body,
        "contents": contents_of(body),
        "responsible_unit": page.responsible_unit.strip(),
    }
    return PageContent(fields, card=_opening(page, changes), updated_at=_updated_at(changes))


def accessibility_statement(page: AccessibilityStatementPage) -> PageContent:
    """All that the law asks a statement to say, part by part, and the authority that says it."""
    changes, publication = _told(page), Publication(page.locale.language_code)
    fields = _opening(page, changes) | {
        "changes": _changes(changes),
        "authority": Ref(f"site:{publication.locale}", then=lambda site: site["name"], otherwise=""),
        "service": page.service.strip(),
        "compliance": page.compliance,
        "shortcomings": [item["value"] for item in publish_body(page.shortcomings, publication)],
        "alternatives": _text(page.alternatives),
        "report": {"email": page.report_email, "phone": page.report_phone.strip()},
        "complaint_url": page.complaint_url,
        "method": _text(page.method),
        "assessed_on": _day(page.assessed_on),
        "revised_on": _day(page.revised_on),
        "responsible_unit": page.responsible_unit.strip(),
    }
    # The term by which the site's own document finds it, for the footer of every page.
    return PageContent(fields, _opening(page, changes), ("accessibility_statement",), _updated_at(changes))


def _told(page: Article) -> list[Change]:
    """The changes that readers are told of, newest first."""
    return [change for change in page.changes.all() if change.kind != ChangeKind.MINOR]


def _updated_at(changes: list[Change]) -> Any:
    return changes[0].at if changes else None


def _opening(page: Article, changes: list[Change]) -> dict[str, Json]:
    return {
        "lead": no_break(page.lead.strip()),
        "published_at": timestamp(page.first_published_at),
        "updated_at": timestamp(_updated_at(changes)),
    }


def _changes(changes: list[Change]) -> Json:
    return [
        {"kind": change.kind, "at": timestamp(change.at), "note": no_break(change.note)} for change in changes
    ]


def _main_picture(page: PressReleasePage) -> Json:
    """The picture in every size, with its caption on this page."""
    locale = page.locale.language_code
    return _captioned(page.picture_id, page.picture_caption, locale) if page.picture_id else None


def _captioned(picture: int, caption: str, locale: str) -> Ref:
    said_of_it = no_break(caption.strip())
    return Ref(f"picture:{picture}", "full", locale, then=lambda said: said | {"caption": said_of_it})


def _picture(page: PressReleasePage, size: str) -> Ref | None:
    locale = page.locale.language_code
    return Ref(f"picture:{page.picture_id}", size, locale) if page.picture_id else None


def _legal_references(page: InformationPage, publication: Publication) -> list[Json]:
    return [block["value"] for block in publish_body(page.legal_references, publication)]


def _text(text: str) -> str:
    """Plain text in paragraphs, its lines ended in one way."""
    return text.replace("\r\n", "\n").strip()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_of(page: PressReleasePage) -> date | None:
    """The day of the text, by whose names agencies go in it."""
    return timezone.localdate(page.first_published_at) if page.first_published_at else None


def _agency(link: AgencyLink, form: str, locale: str) -> Ref:
    period = {name: value for name in ("since", "until") if (value := getattr(link, name))}
    return Ref(
        f"agency:{link.agency_id}", form, locale, then=lambda agency: agency | {"role": link.role} | period
    )


def _names(page: PressReleasePage, locale: str) -> list[Ref]:
    """Every name of its agencies, since readers look for them by the one that they know."""
    ids = [link.agency_id for link in page.agency_links.all()] + [page.source_agency_id]
    return [Ref(f"agency:{id}", "names", locale) for id in dict.fromkeys(filter(None, ids))]


def _topics(page: PressReleasePage, locale: str) -> list[Json]:
    return [Ref(f"topic:{link.topic_id}", "link", locale) for link in page.topic_links.all() if link.topic_id]


def _contacts(page: PressReleasePage, locale: str) -> list[Json]:
    return [
        Ref(f"contact:{link.contact_id}", "link", locale)
        for link in page.contact_links.all()
        if link.contact_id
    ]


def _source(page: PressReleasePage, form: str, locale: str) -> Json:
    if page.source_agency_id:
        return Ref(
            f"agency:{page.source_agency_id}",
            form,
            locale,
            then=lambda agency: {"name": agency["name"], "url": agency["url"], "agency": agency},
        )
    return {"name": page.source_name, "url": page.source_url, "agency": None} if page.source_name else None
