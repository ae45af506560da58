"""What is published of a menu: part of the site's document, which so follows every page that it names."""

from __future__ import annotations

from typing import Any

from wagtail.blocks import StreamValue

from cms.publishing.documents import Json
from cms.publishing.references import Ref


def menu_of(items: StreamValue, locale: str) -> list[Json]:
    """The pages in two levels. With a page that the public can't see goes what stands below it."""
    return [_section(item["value"], locale) for item in items.get_prep_value()]


def _section(value: dict[str, Any], locale: str) -> Ref:
    below = [_item(item["value"], locale) for item in value.get("below") or ()]
    return _item(value, locale, children=below)


def _item(value: dict[str, Any], locale: str, **more: Json) -> Ref:
    label = (value.get("label") or "").strip()
    return Ref(
        f"page:{value['page']}",
        "link",
        locale,
        then=lambda page: {"id": page["id"], "title": label or page["title"], "url": page["url"]} | more,
    )
