"""The published shapes of audiences."""

from __future__ import annotations

from typing import Literal

from articles.blocks.links import DescribedLink
from articles.blocks.promo import PromoDetails
from articles.shapes import AudienceName
from cms.publishing.shapes import Locale, Shape, Url


class AudienceMeta(Shape):
    """What is said of the document itself."""

    type: Literal["home.Audience"]
    detail_url: Url
    html_url: Url
    slug: str
    locale: Locale


class AudienceCard(AudienceName):
    """An audience in a list."""

    meta: AudienceMeta
    intro: str


class Audience(AudienceCard):
    """An audience with the ways that it is shown, in the editor's order."""

    paths: list[DescribedLink]
    promos: list[PromoDetails]
