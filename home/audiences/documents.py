"""What is published of an audience, and what a document that names one says of it."""

from __future__ import annotations

from articles.blocks.links import described_links_of
from cms.publishing.collation import swedish_key
from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.references import Ref
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource

from . import shapes
from .models import Audience

_PREFIXES = {"sv": "/du-ar", "en": "/en/you-are"}


class AudienceSource(SnippetSource):
    """``audience:3``. One form, ``link``: id, slug, name, address."""

    name = "audience"
    published = (Published("home.Audience", shapes.Audience, shapes.AudienceCard),)
    model = Audience
    related = ("locale",)
    translated = True
    prefetch = ("promos",)

    def refer(self, thing: Audience, form: str, locale: str) -> Json:
        return {"id": thing.pk, "slug": thing.slug, "name": thing.name, "url": path_of(thing)}

    def build(self, thing: Audience) -> Document:
        locale = thing.locale.language_code
        card = (
            {"id": thing.pk, "meta": _meta(thing)}
            | self.refer(thing, "link", "")
            | {"intro": thing.intro.strip()}
        )
        return Document(
            type="home.Audience",
            title=thing.name,
            body=card
            | {
                "paths": described_links_of(thing.paths, locale),
                "promos": [Ref(f"promo:{promo.pk}", locale=locale) for promo in thing.promos.all()],
            },
            card=card,
            path=path_of(thing),
            locale=locale,
            terms=("audience", f"slug:{thing.slug}"),
            sort_key=f"{thing.sort_order:06} {swedish_key(thing.name)}",
            alternates_key=str(thing.translation_key),
        )


def path_of(audience: Audience) -> str:
    """The audience's address on the visitor host."""
    return f"{_PREFIXES[audience.locale.language_code]}/{audience.slug}/"


def _meta(audience: Audience) -> Json:
    return {
        "type": "home.Audience",
        "detail_url": on_host(f"/api/v2/audiences/{audience.pk}/"),
        "html_url": on_host(path_of(audience)),
        "slug": audience.slug,
        "locale": audience.locale.language_code,
    }
