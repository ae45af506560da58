"""The published shapes of topics."""

from __future__ import annotations

from cms.publishing.shapes import Shape


class TopicName(Shape):
    """A topic as others name it."""

    id: int
    slug: str
    name: str
    url: str
