"""What is published of a contact, on the days that it is valid, and what a document that names one says of it."""

from __future__ import annotations

from cms.publishing.collation import swedish_key
from cms.publishing.days import end_of, midnight
from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource
from cms.publishing.visibility import Visibility, of_period

from . import shapes
from .models import Contact


class ContactSource(SnippetSource):
    """``contact:5``. One form, ``link``: everything but the days. It has no address, so it leaves none behind."""

    name = "contact"
    published = (Published("articles.Contact", shapes.Contact, shapes.Contact),)
    model = Contact
    related = ("locale",)
    remembered = False

    def visibility(self, thing: Contact) -> Visibility:
        start = midnight(thing.valid_from) if thing.valid_from else None
        return of_period(start, end_of(thing.valid_until) if thing.valid_until else None)

    def refer(self, thing: Contact, form: str, locale: str) -> Json:
        texts = {
            name: getattr(thing, name).strip() for name in shapes.ContactDetails.model_fields if name != "id"
        }
        return {"id": thing.pk} | texts

    def build(self, thing: Contact) -> Document:
        meta = {
            "type": "articles.Contact",
            "detail_url": on_host(f"/api/v2/contacts/{thing.pk}/"),
            "locale": thing.locale.language_code,
        }
        body = {"id": thing.pk, "meta": meta} | self.refer(thing, "link", "")
        return Document(
            type="articles.Contact",
            title=thing.name,
            body=body,
            card=body,
            locale=thing.locale.language_code,
            sort_key=swedish_key(thing.name),
        )
