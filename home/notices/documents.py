"""What is published of a notice. The site's document has those in force joined to it at read."""

from __future__ import annotations

from typing import Any

from cms.publishing.documents import Document, Json
from cms.publishing.pages import timestamp
from cms.publishing.references import Ref
from cms.publishing.shapes import Published
from cms.publishing.snippets import SnippetSource
from cms.publishing.visibility import Visibility, of_period

from . import shapes
from .models import Notice, NoticeKind


class NoticeSource(SnippetSource):
    """``notice:3``. It has no address, and one that is over leaves nothing behind."""

    name = "notice"
    published = (Published("home.Notice", shapes.Notice, shapes.Notice),)
    model = Notice
    related = ("locale",)
    remembered = False

    def visibility(self, thing: Any) -> Visibility:
        return of_period(thing.start, thing.end)

    def refer(self, thing: Notice, form: str, locale: str) -> Json:
        return {"id": thing.pk, "title": thing.title}

    def build(self, thing: Notice) -> Document:
        said = {
            "id": thing.pk,
            "kind": thing.kind,
            "title": thing.title.strip(),
            "text": thing.text.replace("\r\n", "\n").strip(),
            "link": _link(thing),
            "start": timestamp(thing.start),
            "end": timestamp(thing.end),
        }
        return Document(
            type="home.Notice",
            title=thing.title,
            body=said,
            card=said,
            locale=thing.locale.language_code,
            terms=("notice",),
            published_at=thing.start,
            sort_key="0" if thing.kind == NoticeKind.EMERGENCY else "1",
        )


def _link(notice: Notice) -> Json:
    """A link to a page that isn't public is none."""
    text = notice.link_text.strip()
    if not notice.page_id:
        return {"text": text, "url": notice.url, "external": True} if notice.url else None
    return Ref(
        f"page:{notice.page_id}",
        "link",
        notice.locale.language_code,
        then=lambda page: {"text": text or page["title"], "url": page["url"], "external": False},
    )
