"""Rich text on its way out: the database's markup becomes HTML, with links resolved and dead ones unwrapped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup

from .documents import Json
from .references import Loader


@dataclass(frozen=True, slots=True)
class RichHtml:
    """A rich text value as a deferred leaf. A link to a page that the public can't see keeps its text only."""

    source: str
    locale: str = "sv"

    def asks(self) -> Iterable[str]:
        if 'linktype="page"' not in self.source:
            return ()
        soup = BeautifulSoup(self.source, "html.parser")
        return [f"page:{link['id']}" for link in soup.find_all("a", linktype="page") if str(link.get("id")).isdigit()]

    def resolve(self, loader: Loader) -> Json:
        if "<a" not in self.source:
            return self.source
        soup = BeautifulSoup(self.source, "html.parser")
        for link in soup.find_all("a"):
            if link.get("linktype") == "page":
                target = loader.refer(f"page:{link['id']}", "link", self.locale) if str(link.get("id")).isdigit() else None
                link.attrs = {"href": target["url"]} if target else {}
            elif link.get("href", "").startswith(("http://", "https://")):
                link.attrs = {"href": link["href"], "rel": "external"}
            elif not link.get("href", "").startswith(("mailto:", "tel:", "#", "/")):
                link.attrs = {}
            if not link.attrs:
                link.unwrap()
        return str(soup)
