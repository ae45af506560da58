"""The published shapes of topics."""

from __future__ import annotations

from typing import Literal

from cms.publishing.shapes import Locale, Path, Shape, Url


class TopicName(Shape):
    """A topic as others name it."""

    id: int
    slug: str
    name: str
    url: Path


class TopicMeta(Shape):
    """What is said of the document itself."""

    type: Literal["articles.Topic"]
    detail_url: Url
    html_url: Url
    slug: str
    locale: Locale


class TopicCard(TopicName):
    """A topic in a list; `description` may be empty."""

    meta: TopicMeta
    description: str


class Topic(TopicCard):
    """What stories are about; `description` may be empty."""
