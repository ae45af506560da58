"""``promos/``: other sites that the newsroom puts forward at this moment."""

from typing import ClassVar

from .things import Things


class Promos(Things):
    """They have no address on the visitor site, and so no slug to be found by."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view"}
    source = "promo"
    noun = "promo"
