"""Rich text on its way out: the database's markup becomes HTML, with links resolved and dead ones unwrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup, Tag

from .documents import Json
from .references import Deferred, Loader

EDITORS_KEY: Final = re.compile(r' data-block-key="[^"]*"')
"""Wagtail's editor knows its paragraphs by it; nobody outside does."""


@dataclass(frozen=True, slots=True)
class RichHtml(Deferred):
    """A rich text value as a deferred leaf. A link to a page that the public can't see keeps its text only."""

    source: str
    locale: str = "sv"

    def asks(self) -> Iterable[str]:
        if 'linktype="page"' not in self.source:
            return ()
        soup = BeautifulSoup(self.source, "html.parser")
        return [
            f"page:{link['id']}"
            for link in soup.find_all("a", linktype="page")
            if str(link.get("id")).isdigit()
        ]

    def resolve(self, loader: Loader) -> Json:
        source = EDITORS_KEY.sub("", self.source)
        if "<a" not in source:
            return source
        soup = BeautifulSoup(source, "html.parser")
        for link in soup.find_all("a"):
            target = self._target(link, loader)
            link.attrs = {**target}
            if not target:
                link.unwrap()
        return str(soup)

    def _target(self, link: Tag, loader: Loader) -> dict[str, str]:
        """The attributes of a link on its way out; none when it leads nowhere that the public may go."""
        if link.get("linktype") == "page":
            id = str(link.get("id"))
            page = loader.refer(f"page:{id}", "link", self.locale) if id.isdigit() else None
            return {"href": page["url"]} if page else {}
        href = str(link.get("href") or "")
        if href.startswith(("http://", "https://")):
            return {"href": href, "rel": "external"}
        return {"href": href} if href.startswith(("mailto:", "tel:", "#", "/")) else {}
