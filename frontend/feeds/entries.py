"""A press release as feeds have it: what any of their formats says of it, taken from its document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from frontend.cms import Document
from frontend.language import Language
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
    agencies = [each | {"url": urljoin(origin, each["url"])} for each in document.get("agencies") or ()]
    picture = document.get("picture") or {}
    share = (picture.get("renditions") or {}).get("share") or {}
    return Entry(
        id=meta["uid"],
        url=meta["html_url"],
        title=document["title"],
        summary=document.get("lead", ""),
        html=for_elsewhere(renderer.template("feeds/entry.html", language, page=document), origin),
        published=published,
        updated=document.get("updated_at") or published,
        image=urljoin(origin, share["url"]) if share.get("url") else "",
        authors=[each for each in agencies if each.get("role") == "sender"],
        contributors=[each for each in agencies if each.get("role") in ("source", "partner")],
        topics=[each | {"url": urljoin(origin, each["url"])} for each in document.get("topics") or ()],
        attachments=list(_attachments(document, lambda path: urljoin(origin, path))),
        document=document,
    )


def _attachments(document: Document, whole: Callable[[str], str]) -> Iterator[Attachment]:
    """The files of the text, and the picture for others to publish, each once."""
    seen: set[str] = set()
    for file in (*_files(document), *_press_picture(document)):
        if file["url"] not in seen:
            seen.add(file["url"])
            url, size = whole(file["url"]), int(file["size"])
            yield Attachment(url, file["type"], size, file.get("title", ""), file.get("language", ""))


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
