"""The published shapes of audiences."""

from __future__ import annotations

from articles.blocks.links import Link
from articles.blocks.promo import Promo
from cms.publishing.shapes import Shape


class AudienceName(Shape):
    """An audience as others name it."""

    id: int
    slug: str
    name: str
    url: str


class Audience(AudienceName):
    """An audience with the ways that it is shown, in the editor's order."""

    meta: dict[str, str]
    intro: str
    paths: list[Link]
    promos: list[Promo]
    alternates: list[dict[str, str]]
