"""``contacts/``: whom journalists can call today."""

from typing import ClassVar

from .things import Things


class Contacts(Things):
    """Those whose days have come and aren't over. They have no slug to be found by."""

    routes: ClassVar[dict[str, str]] = {"": "listing_view", "<int:pk>/": "detail_view"}
    source = "contact"
    noun = "contact"
