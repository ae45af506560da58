"""A press release as feeds have it: what any of their formats says of it, taken from its document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frontend.cms import Document
from frontend.formats import address
from frontend.language import Language
from frontend.origin import whole
from frontend.render import Renderer
from frontend.rich_text import for_elsewhere


@dataclass(frozen=True)
class Attachment:
    """A file that belongs to an entry; `size` is in bytes."""

    url: str
    type: str
    size: int
    title: str
    language: str


@dataclass(frozen=True)
class Entry:
    """`id` stays whatever becomes of the address; `updated` moves only with a change that an editor says matters.

    `html` is the whole text, with whole addresses and nothing that runs.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: str
    updated: str
    image: str
    authors: list[Document]
    contributors: list[Document]
    topics: list[Document]
    attachments: list[Attachment]
    document: Document


def entry(document: Document, language: Language, renderer: Renderer, origin: str) -> Entry:
    """What a feed says of a press release that has been published."""
    meta, published = document["meta"], document["published_at"]
    agencies = [each | {"url": whole(origin, each["url"])} for each in document.get("agencies") or ()]
    picture = document.get("picture") or {}
    share = (picture.get("renditions") or {}).get("share") or {}
    return Entry(
        id=meta["uid"],
        url=address(meta["html_url"]),
        title=document["title"],
        summary=document.get("lead", ""),
        html=for_elsewhere(renderer.template("feeds/entry.html", language, page=document), origin),
        published=published,
        updated=document.get("updated_at") or published,
        image=whole(origin, share.get("url")),
        authors=[each for each in agencies if each.get("role") == "sender"],
        contributors=[each for each in agencies if each.get("role") in ("source", "partner")],
        topics=[each | {"url": whole(origin, each["url"])} for each in document.get("topics") or ()],
        attachments=list(_attachments(document, origin)),
        document=document,
    )


def _attachments(document: Document, origin: str) -> Iterator[Attachment]:
    """The files of the text, and the picture for others to publish, each once."""
    seen: set[str] = set()
    for file in (*_files(document), *_press_picture(document)):
        url = whole(origin, file["url"])
        if url and url not in seen:
            seen.add(url)
            title, language = file.get("title", ""), file.get("language", "")
            yield Attachment(url, file["type"], int(file["size"]), title, language)


def _files(document: Document) -> Iterator[dict[str, Any]]:
    for block in document.get("body") or ():
        if block.get("type") == "attachments":
            yield from block["value"]["items"]
        if block.get("type") == "video" and block["value"].get("file"):
            yield block["value"]["file"]


def _press_picture(document: Document) -> Iterator[dict[str, Any]]:
    picture = document.get("picture") or {}
    press = (picture.get("renditions") or {}).get("press")
    if press:
        yield press | {"title": picture.get("alt", "")}
