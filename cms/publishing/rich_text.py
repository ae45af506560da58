"""Rich text on its way out: the database's markup becomes HTML, with links resolved and dead ones unwrapped.

What comes out is the contract's markup and nothing else: paragraphs, lists, emphasis, links, abbreviations, and words
in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from .documents import Json
from .references import Deferred, Loader
from .typography import no_break_html

EDITORS_KEY: Final = re.compile(r' data-block-key="[^"]*"')
"""Wagtail's editor knows its paragraphs by it; nobody outside does."""

_PLAIN: Final = ("p", "br", "b", "strong", "i", "em", "ul", "ol", "li")
_MORE: Final = re.compile(rf"<(?!/?(?:{'|'.join(_PLAIN)}) ?/?>)")
_SAYING: Final = {"abbr": "title", "span": "lang"}
"""Elements that are nothing without their one attribute."""


@dataclass(frozen=True, slots=True)
class RichHtml(Deferred):
    """A rich text value as a deferred leaf. A link to a page that the public can't see keeps its text only."""

    source: str
    locale: str = "sv"

    def asks(self) -> Iterable[str]:
        if 'linktype="page"' not in self.source:
            return ()
        soup = BeautifulSoup(self.source, "html.parser")
        links = soup.find_all("a", linktype="page")
        return [f"page:{id}" for id in map(_page_id, links) if id]

    def resolve(self, loader: Loader) -> Json:
        source = EDITORS_KEY.sub("", self.source)
        return no_break_html(self._cleaned(source, loader) if _MORE.search(source) else source)

    def _cleaned(self, source: str, loader: Loader) -> str:
        soup = BeautifulSoup(source, "html.parser")
        for element in soup.find_all(["script", "style"]):
            element.decompose()
        for remark in soup.find_all(string=_is_no_text):
            remark.extract()
        for element in soup.find_all(True):
            element.attrs = {**self._attributes(element, loader)}
            if element.name not in _PLAIN and not element.attrs:
                element.unwrap()
        return str(soup)

    def _attributes(self, element: Tag, loader: Loader) -> dict[str, str]:
        """What an element keeps; nothing but a plain one stays without."""
        if element.name == "a":
            return self._target(element, loader)
        name = _SAYING.get(element.name, "")
        said = str(element.get(name) or "").strip() if name else ""
        return {name: said} if said else {}

    def _target(self, link: Tag, loader: Loader) -> dict[str, str]:
        """The attributes of a link on its way out; none when it leads nowhere that the public may go."""
        language = _language_of(link)
        if link.get("linktype") == "page":
            id = _page_id(link)
            page = loader.refer(f"page:{id}", "target", self.locale) if id else None
            if not page:
                return {}
            foreign = {} if page["locale"] == self.locale else {"hreflang": page["locale"]}
            return {"href": page["url"]} | foreign
        href = str(link.get("href") or "")
        if href.startswith(("http://", "https://")):
            return {"href": href, "rel": "external"} | ({"hreflang": language} if language else {})
        return {"href": href} if href.startswith(("mailto:", "tel:", "#", "/")) else {}


def _page_id(link: Tag) -> str:
    """The id of the page that a link leads to; empty when it is none that a page can have."""
    id = str(link.get("id"))
    return id if re.fullmatch(r"[0-9]{1,9}", id) else ""


def _is_no_text(found: object) -> bool:
    """Comments and declarations: browsers don't agree with our parser on where they end."""
    return isinstance(found, PreformattedString)


def _language_of(link: Tag) -> str:
    """The language that all of a link's words are marked with: so is, then, what it leads to."""
    marked = link.find_all("span", lang=True)
    if len(marked) != 1 or marked[0].get_text() != link.get_text():
        return ""
    return str(marked[0]["lang"])
