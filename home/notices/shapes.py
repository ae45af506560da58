"""The published shapes of notices."""

from __future__ import annotations

from cms.publishing.shapes import Address, Moment, Shape

from .models import NoticeKind


class NoticeLink(Shape):
    """Where to read more; `external` when it is another site's."""

    text: str
    url: Address
    external: bool


class Notice(Shape):
    """What stands above every page from `start` to `end`, which is null while nobody knows."""

    id: int
    kind: NoticeKind
    title: str
    text: str
    link: NoticeLink | None
    start: Moment
    end: Moment | None
