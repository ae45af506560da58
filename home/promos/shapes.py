"""The published shapes of promos."""

from __future__ import annotations

from typing import Literal

from articles.blocks.promo import PromoDetails
from articles.shapes import AudienceName
from cms.publishing.shapes import Locale, Shape, Url


class PromoMeta(Shape):
    """What is said of the document itself."""

    type: Literal["home.Promo"]
    detail_url: Url
    locale: Locale


class PromoCard(PromoDetails):
    """A promo in a list."""

    meta: PromoMeta
    audience: AudienceName | None


class Promo(PromoCard):
    """A page on another site, and whom it is for, if it is for some more than for others."""
