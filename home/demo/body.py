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
    """What the texts call by name, as ids: pages, pictures, files, snippets by kind and key; and alternative texts."""

    page: Callable[[str], int]
    picture: Callable[[str], int]
    alt: Callable[[str], str]
    file: Callable[[str], int]
    snippet: Callable[[str, str], int]


def stored(blocks: Iterable[Values], names: Names, owner: str) -> str:
    """The JSON of a body. `owner` keeps the ids of its blocks apart from other pages'."""
    written = (_typed(block) for block in blocks)
    items = [
        _item(kind, _value(kind, value, names), f"{owner}/{place}")
        for place, (kind, value) in enumerate(written)
    ]
    return json.dumps(items, ensure_ascii=False, default=str)  # dates as ISO 8601


def stored_links(links: Iterable[Values], names: Names, owner: str) -> str:
    """The JSON of a stream of links, such as the footer's."""
    return json.dumps(
        [_item("link", _link(link, names), f"{owner}/{place}") for place, link in enumerate(links)]
    )


def stored_paths(links: Iterable[Values], names: Names, owner: str) -> str:
    """The JSON of an audience's ways."""
    return json.dumps(
        [_item("path", _described(link, names), f"{owner}/{place}") for place, link in enumerate(links)]
    )


def stored_menu(sections: Iterable[Values], names: Names, owner: str) -> str:
    """The JSON of a menu."""
    items = [
        _item("section", _menu_item(each, names) | {"below": _below(each, names)}, f"{owner}/{each['page']}")
        for each in sections
    ]
    return json.dumps(items)


def _below(section: Values, names: Names) -> list[Values]:
    return [_item("item", _menu_item(each, names), each["page"]) for each in section.get("below", ())]


def _menu_item(item: Values, names: Names) -> Values:
    return {"page": names.page(item["page"]), "label": item.get("label", "")}


def rich_text(html: str, names: Names) -> str:
    """Running text with links to pages as Wagtail keeps them."""
    return _PAGE_LINK.sub(lambda found: f'<a linktype="page" id="{names.page(found[1])}">', html)


def _typed(block: Values) -> tuple[str, Any]:
    """The block's type and value; the other keys say in which edition of the page it stands."""
    return next((kind, value) for kind, value in block.items() if kind not in ("added", "at_first"))


def _value(kind: str, value: Any, names: Names) -> Any:
    """The stored value of a block: as it was written, but for the kinds in `_STORED`."""
    store = _STORED.get(kind)
    return store(value, names) if store else value


def _fact_box(value: Values, names: Names) -> Values:
    return value | {"text": rich_text(value["text"], names)}


def _image(value: Values, names: Names) -> Values:
    chosen = {
        "image": names.picture(value["picture"]),
        "alt_text": names.alt(value["picture"]),
        "decorative": False,
    }
    return {"picture": chosen, "caption": value["caption"]}


def _links(value: Values, names: Names) -> Values:
    items = [
        _item("item", _described(item, names), item.get("page", item.get("url"))) for item in value["items"]
    ]
    return {"title": value.get("title", ""), "items": items}


def _promo(key: str, names: Names) -> Values:
    return {"promo": names.snippet("promos", key)}


def _contact(value: Values, names: Names) -> Values:
    return {"title": value.get("title", ""), "contact": names.snippet("contacts", value["contact"])}


def _fee_calculator(value: Values, names: Names) -> Values:
    return {"title": value.get("title", ""), "schedule": names.snippet("fees", value["schedule"])}


def _questions(value: Values, names: Names) -> Values:
    items = [
        _item("item", item | {"answer": rich_text(item["answer"], names)}, item["question"])
        for item in value["items"]
    ]
    return {"title": value.get("title", ""), "items": items}


def _table(value: Values, names: Names) -> Values:
    """A heading is a text, or `{ number = "2016" }` above a column of numbers."""
    columns = [
        {"type": "number", "heading": heading["number"]}
        if isinstance(heading, dict)
        else {"type": "text", "heading": heading}
        for heading in value["columns"]
    ]
    rows = [
        [
            cell if column["type"] == "number" else f"<p>{rich_text(cell, names)}</p>"
            for cell, column in zip(row, columns, strict=True)
        ]
        for row in value["rows"]
    ]
    grid = {"caption": value["caption"], "columns": columns, "rows": [{"values": row} for row in rows]}
    return {"header_column": value.get("header_column", False), "grid": grid}


def _attachments(value: Values, names: Names) -> Values:
    items = [
        _item("item", {"file": names.file(item["file"]), "title": item.get("title", "")}, item["file"])
        for item in value["items"]
    ]
    return {"title": value.get("title", ""), "items": items}


def _video(value: Values, names: Names) -> Values:
    made = {name: names.file(value[name]) for name in ("file", "captions") if name in value}
    poster = names.picture(value["poster"]) if "poster" in value else None
    return value | made | {"poster": poster, "transcript": rich_text(value["transcript"], names)}


def _related(value: Values, names: Names) -> Values:
    items = [_item("item", names.page(key), key) for key in value["pages"]]
    return {"title": value.get("title", ""), "items": items}


def _link(link: Values, names: Names) -> Values:
    page = names.page(link["page"]) if "page" in link else None
    return {"page": page, "url": link.get("url", ""), "text": link.get("text", "")}


def _described(link: Values, names: Names) -> Values:
    return _link(link, names) | {"description": link.get("description", "")}


_STORED: Final[dict[str, Callable[[Any, Names], Any]]] = {
    "heading": lambda text, names: {"text": text, "level": "2"},
    "subheading": lambda text, names: {"text": text, "level": "3"},
    "text": rich_text,
    "fact_box": _fact_box,
    "image": _image,
    "links": _links,
    "fee_calculator": _fee_calculator,
    "contact": _contact,
    "promo": _promo,
    "questions": _questions,
    "attachments": _attachments,
    "related": _related,
    "table": _table,
    "video": _video,
}
"""How a kind that is written in short becomes what its block stores; a `subheading` is a heading at level 3."""


def _item(kind: str, value: Any, identity: str) -> Values:
    return {
        "type": "heading" if kind == "subheading" else kind,
        "value": value,
        "id": str(identified(identity)),
    }


def identified(name: str) -> UUID:
    """The identity of something in the demo site, the same every time."""
    return uuid5(NAMESPACE, name)
