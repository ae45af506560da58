"""The published shapes of contacts."""

from __future__ import annotations

from cms.publishing.shapes import Shape


class ContactDetails(Shape):
    """A contact as others name it. All but `name` may be empty, but never both `phone` and `email`."""

    id: int
    name: str
    role: str
    phone: str
    email: str
    hours: str
