"""A feed as Atom (RFC 4287), its pages linked as RFC 5005 has it."""

from typing import Final
from xml.etree.ElementTree import Element

from frontend.feeds.entries import Attachment, Entry
from frontend.feeds.feed import Feed
from frontend.xml import XML_LANG, add, document, root

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
TYPE: Final = "application/atom+xml"


def atom(feed: Feed) -> bytes:
    """The whole document."""
    code = feed.language.code
    top = root("feed", NAMESPACE, **{XML_LANG: code})
    add(top, "id", feed.id)
    add(top, "title", feed.title)
    if feed.subtitle:
        add(top, "subtitle", feed.subtitle)
    add(top, "updated", feed.updated)
    for relation, address in _pages(feed):
        add(top, "link", attributes={"rel": relation, "type": TYPE, "href": address})
    add(
        top, "link", attributes={"rel": "alternate", "type": "text/html", "hreflang": code, "href": feed.home}
    )
    _person(top, "author", feed.site["name"], feed.home)
    for entry in feed.entries:
        _entry(top, entry, code)
    return document(top)


def _pages(feed: Feed) -> list[tuple[str, str]]:
    number, last = feed.paging.number, feed.paging.last
    pages = {"self": number, "first": 1, "previous": number - 1, "next": number + 1, "last": last}
    return [(relation, feed.address(page)) for relation, page in pages.items() if 1 <= page <= last]


def _entry(top: Element, entry: Entry, code: str) -> None:
    made = add(top, "entry")
    add(made, "id", entry.id)
    add(made, "title", entry.title)
    add(made, "published", entry.published)
    add(made, "updated", entry.updated)
    add(made, "link", attributes={
        "rel": "alternate", "type": "text/html", "hreflang": code, "href": entry.url,
    })  # fmt: skip
    for attachment in entry.attachments:
        add(made, "link", attributes=_enclosure(attachment))
    for agency in entry.authors:
        _person(made, "author", agency["name"], agency["url"])
    for agency in entry.contributors:
        _person(made, "contributor", agency["name"], agency["url"])
    for topic in entry.topics:
        add(made, "category", attributes={"term": topic["url"], "label": topic["name"]})
    if entry.summary:
        add(made, "summary", entry.summary)
    add(made, "content", entry.html, {"type": "html"})


def _enclosure(attachment: Attachment) -> dict[str, str]:
    known = {"title": attachment.title, "hreflang": attachment.language}
    return {
        "rel": "enclosure", "type": attachment.type, "length": str(attachment.size), "href": attachment.url,
    } | {name: value for name, value in known.items() if value}  # fmt: skip


def _person(parent: Element, tag: str, name: str, address: str) -> None:
    person = add(parent, tag)
    add(person, "name", name)
    if address:
        add(person, "uri", address)
