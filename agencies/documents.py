"""What is published of an agency, and what a document that names one says of it."""

from __future__ import annotations

from cms.publishing.collation import swedish_key
from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.references import Ref
from cms.publishing.rich_text import RichHtml
from cms.publishing.snippets import SnippetSource

from .models import Agency

_PREFIXES = {"sv": "/myndigheter", "en": "/en/agencies"}


class AgencySource(SnippetSource):
    """``agency:7``. One form, ``link``: id, slug, name in the document's language, short name, address."""

    name = "agency"
    model = Agency
    shape = 3

    def refer(self, thing: Agency, form: str, locale: str) -> Json:
        return {
            "id": thing.pk,
            "slug": thing.slug,
            "name": name_in(thing, locale),
            "short_name": thing.short_name,
            "url": path_in(thing, locale),
        }

    def build(self, thing: Agency) -> Document:
        return Document(
            type="agencies.Agency",
            title=thing.name,
            body=_identity(thing) | _description(thing) | _particulars(thing),
            card=_identity(thing) | _particulars(thing, "card"),
            path=path_in(thing, "sv"),
            terms=(f"slug:{thing.slug}",),
            sort_key=swedish_key(thing.name),
        )


def name_in(agency: Agency, locale: str) -> str:
    """The agency's name in a language, the Swedish one where there is no other."""
    return agency.name if locale == "sv" else agency.english_name or agency.name


def path_in(agency: Agency, locale: str) -> str:
    """The agency's address on the visitor host."""
    return f"{_PREFIXES[locale]}/{agency.slug}/"


def _identity(agency: Agency) -> dict[str, Json]:
    return {
        "id": agency.pk,
        "meta": {
            "type": "agencies.Agency",
            "detail_url": on_host(f"/api/v2/agencies/{agency.pk}/"),
            "html_url": on_host(path_in(agency, "sv")),
            "slug": agency.slug,
        },
        "slug": agency.slug,
        "name": agency.name,
        "short_name": agency.short_name,
        "english_name": agency.english_name,
        "urls": {locale: path_in(agency, locale) for locale in _PREFIXES},
    }


def _description(agency: Agency) -> dict[str, Json]:
    texts = {"sv": agency.description, "en": agency.english_description}
    html = {locale: RichHtml(text, locale) for locale, text in texts.items()}
    return {"description": html, "organisation_number": agency.organisation_number}


def _particulars(agency: Agency, size: str = "full") -> dict[str, Json]:
    logo = Ref(f"picture:{agency.logo_id}", size) if agency.logo_id else None
    return {"website": agency.website, "logo": logo}
