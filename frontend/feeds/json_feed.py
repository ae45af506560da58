"""A feed as JSON Feed 1.1; what the format has no word for stands in `_pressrum`."""

import json
from typing import Any, Final

from frontend.feeds.entries import Entry
from frontend.feeds.feed import Feed

TYPE: Final = "application/feed+json"
VERSION: Final = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """The whole document."""
    paging = feed.paging
    following = feed.address(paging.number + 1) if paging.number < paging.last else None
    whole = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.home,
        "feed_url": feed.address(paging.number),
        "next_url": following,
        "language": feed.language.code,
        "authors": [{"name": feed.site["name"], "url": feed.home}],
        "items": [_item(entry, feed.language.code) for entry in feed.entries],
    }
    return json.dumps(_told(whole) | {"items": whole["items"]}, ensure_ascii=False).encode()


def _item(entry: Entry, code: str) -> dict[str, Any]:
    return {"content_html": entry.html} | _told({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "language": code,
        "authors": [_told({"name": each["name"], "url": each["url"]}) for each in entry.authors],
        "tags": [each["name"] for each in entry.topics],
        "attachments": [
            _told({
                "url": each.url, "mime_type": each.type, "size_in_bytes": each.size, "title": each.title,
            })
            for each in entry.attachments
        ],
        "_pressrum": _of_press_releases(entry),
    })  # fmt: skip


def _of_press_releases(entry: Entry) -> dict[str, Any]:
    """Kind, agencies with their roles, whom to call, and what was said of changes: as the delivery API has them."""
    document = entry.document
    return _told({
        "kind": document.get("kind"),
        "agencies": [
            {"name": each["name"], "role": each["role"]} for each in document.get("agencies") or ()
        ],
        "contacts": document.get("contacts"),
        "changes": document.get("changes"),
        "registry_number": document.get("registry_number"),
    })  # fmt: skip


def _told(members: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty, which the format leaves out."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
