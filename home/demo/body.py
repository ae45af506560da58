"""Blocks as they are written in TOML, turned into what a StreamField stores."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from .content import Values

NAMESPACE: Final = uuid5(NAMESPACE_URL, "urn:pressrum:demo")
"""Blocks and pages of the demo site have the same identity in every installation."""

_PAGE_LINK: Final = re.compile(r'<a page="([^"]+)">')


@dataclass(frozen=True, slots=True)
class Names:
    """What the texts call by name: pages by key, pictures by file, both as ids, and what a picture shows.

    A picture in a body is told what it shows in that place. A main picture has only its own alternative text, so it
    is another picture in another language.
    """

    page: Callable[[str], int]
    picture: Callable[[str], int]
    main_picture: Callable[[str], int]
    alt: Callable[[str], str]


def stored(blocks: Iterable[Values], names: Names, owner: str) -> str:
    """The JSON of a body. `owner` keeps the ids of its blocks apart from other pages'."""
    written = (_typed(block) for block in blocks)
    items = [
        _item(kind, _value(kind, value, names), f"{owner}/{place}")
        for place, (kind, value) in enumerate(written)
    ]
    return json.dumps(items, ensure_ascii=False)


def stored_links(links: Iterable[Values], names: Names, owner: str) -> str:
    """The JSON of a stream of links, such as the footer's."""
    return json.dumps(
        [_item("link", _link(link, names), f"{owner}/{place}") for place, link in enumerate(links)]
    )


def rich_text(html: str, names: Names) -> str:
    """Running text with links to pages as Wagtail keeps them."""
    return _PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{names.page(found[1])}">', html)


def _typed(block: Values) -> tuple[str, Any]:
    """The block's type and value; the other keys say in which edition of the page it stands."""
    return next((kind, value) for kind, value in block.items() if kind not in ("added", "at_first"))


def _value(kind: str, value: Any, names: Names) -> Any:
    """The stored value of a block, whose type may be said in short: `subheading` is a heading at level 3."""
    if kind in ("heading", "subheading"):
        return {"text": value, "level": "2" if kind == "heading" else "3"}
    if kind == "text":
        return rich_text(value, names)
    if kind == "fact_box":
        return value | {"text": rich_text(value["text"], names)}
    if kind == "image":
        chosen = {
            "image": names.picture(value["picture"]),
            "alt_text": names.alt(value["picture"]),
            "decorative": False,
        }
        return {"picture": chosen, "caption": value["caption"]}
    if kind == "links":
        items = [
            _item("item", _described(item, names), item.get("page", item.get("url")))
            for item in value["items"]
        ]
        return {"title": value.get("title", ""), "items": items}
    return value


def _link(link: Values, names: Names) -> Values:
    page = names.page(link["page"]) if "page" in link else None
    return {"page": page, "url": link.get("url", ""), "text": link.get("text", "")}


def _described(link: Values, names: Names) -> Values:
    return _link(link, names) | {"description": link.get("description", "")}


def _item(kind: str, value: Any, identity: str) -> Values:
    return {
        "type": "heading" if kind == "subheading" else kind,
        "value": value,
        "id": str(identified(identity)),
    }


def identified(name: str) -> UUID:
    """The identity of something in the demo site, the same every time."""
    return uuid5(NAMESPACE, name)
