"""The published shapes of contacts."""

from __future__ import annotations

from typing import Literal

from cms.publishing.shapes import Locale, Shape, Url


class ContactDetails(Shape):
    """A contact as others name it. All but `name` may be empty, but never both `phone` and `email`."""

    id: int
    name: str
    role: str
    phone: str
    email: str
    hours: str


class ContactMeta(Shape):
    """What is said of the document itself."""

    type: Literal["articles.Contact"]
    detail_url: Url
    locale: Locale


class Contact(ContactDetails):
    """A contact on the days that it is valid."""

    meta: ContactMeta
