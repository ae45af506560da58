"""What is published of a promo, and what a document that shows one says of it: the same."""

from __future__ import annotations

from typing import Any

from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.references import Ref
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource
from cms.publishing.typography import no_break
from cms.publishing.visibility import Visibility, of_period

from . import shapes
from .models import Promo


class PromoSource(SnippetSource):
    """``promo:3``. One form: id, title, text, address on the other site, picture. It has no address of its own."""

    name = "promo"
    published = (Published("home.Promo", shapes.Promo, shapes.PromoCard),)
    model = Promo
    related = ("locale",)
    translated = True
    remembered = False

    def visibility(self, thing: Any) -> Visibility:
        return of_period(thing.start, thing.end)

    def refer(self, thing: Promo, form: str, locale: str) -> Json:
        return {
            "id": thing.pk,
            "title": no_break(thing.title.strip()),
            "text": no_break(thing.text.strip()),
            "url": thing.url,
            "picture": _picture(thing),
        }

    def build(self, thing: Promo) -> Document:
        locale = thing.locale.language_code
        meta = {
            "type": "home.Promo",
            "detail_url": on_host(f"/api/v2/promos/{thing.pk}/"),
            "locale": locale,
        }
        audience = Ref(f"audience:{thing.audience_id}", "link", locale) if thing.audience_id else None
        body = {"id": thing.pk, "meta": meta} | self.refer(thing, "", locale) | {"audience": audience}
        return Document(
            type="home.Promo",
            title=thing.title,
            body=body,
            card=body,
            locale=locale,
            published_at=thing.start,
            alternates_key=str(thing.translation_key),
        )


def _picture(promo: Promo) -> Json:
    """In the size of lists, and decorative."""
    if not promo.picture_id:
        return None
    return Ref(f"picture:{promo.picture_id}", "card", then=lambda picture: picture | {"alt": ""})
