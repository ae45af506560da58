"""What is published of a topic, and what a document that names one says of it."""

from __future__ import annotations

from cms.publishing.collation import swedish_key
from cms.publishing.documents import Document, Json
from cms.publishing.host import on_host
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource

from . import shapes
from .models import Topic

_PREFIXES = {"sv": "/amnen", "en": "/en/topics"}


class TopicSource(SnippetSource):
    """``topic:3``. One form, ``link``: id, slug, name, address."""

    name = "topic"
    published = (Published("articles.Topic", shapes.Topic, shapes.TopicCard),)
    model = Topic
    related = ("locale",)
    translated = True

    def refer(self, thing: Topic, form: str, locale: str) -> Json:
        return {"id": thing.pk, "slug": thing.slug, "name": thing.name, "url": path_of(thing)}

    def build(self, thing: Topic) -> Document:
        body = (
            {"id": thing.pk, "meta": _meta(thing)}
            | self.refer(thing, "link", "")
            | {"description": thing.description.strip()}
        )
        return Document(
            type="articles.Topic",
            title=thing.name,
            body=body,
            card=body,
            path=path_of(thing),
            locale=thing.locale.language_code,
            terms=(f"slug:{thing.slug}",),
            sort_key=swedish_key(thing.name),
            alternates_key=str(thing.translation_key),
        )


def path_of(topic: Topic) -> str:
    """The topic's address on the visitor host."""
    return f"{_PREFIXES[topic.locale.language_code]}/{topic.slug}/"


def _meta(topic: Topic) -> Json:
    return {
        "type": "articles.Topic",
        "detail_url": on_host(f"/api/v2/topics/{topic.pk}/"),
        "html_url": on_host(path_of(topic)),
        "slug": topic.slug,
        "locale": topic.locale.language_code,
    }
