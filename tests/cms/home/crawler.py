"""Every page of the admin that links lead to, and what of its own texts is left in English."""

from __future__ import annotations

import html
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test import Client

READ_OUT = ("title", "alt", "placeholder", "aria-label", "aria-description")
SILENT = {"script", "style", "template", "svg"}
# Groups and sites are changed by superusers alone, and Django's names of permissions are in English only.
SKIPPED = re.compile(
    r"/admin/(logout|files|document-files|guide|bulk|block-preview|sprite|jsi18n|groups|sites)|[?&](p|ordering|export)="
)
_LINK = re.compile(r'"(/admin/[^"\s#\\]*)')
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_PLACE = re.compile(r"%\\?\(\w+\\?\)[sd]|\\?\{\w*\\?\}")
EACH_KIND = 2


def admin_pages(client: Client) -> Iterator[tuple[str, str]]:
    """Address and HTML; of pages that differ in a number only, the first two."""
    waiting, met = deque(["/admin/"]), Counter[str]()
    while waiting:
        address = waiting.popleft()
        answer = client.get(address, follow=True)
        if "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        if answer.status_code == 405:  # only to be posted to
            continue
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        page = answer.content.decode()
        yield address, page
        for link in _LINK.findall(html.unescape(page)):
            kind = re.sub(r"\d+|=[^&]*", "", link)
            met[kind] += 1
            if met[kind] <= EACH_KIND and link not in waiting and not SKIPPED.search(link):
                waiting.append(link)


class Read(HTMLParser):
    """What is read on a page, or read out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        given = dict(attrs)
        names = (*READ_OUT, "value") if (tag, given.get("type")) == ("input", "submit") else READ_OUT
        self.texts += [value for name in names if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


@dataclass
class Untranslated:
    """Stands behind the Swedish catalogues, and notes what they were asked for in vain."""

    texts: set[str] = field(default_factory=set)

    def gettext(self, text: str) -> str:
        self.texts.add(text.rpartition("\x04")[2])
        return text

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)

    def shown_on(self, page: str) -> set[str]:
        """Those that stand on the page, in what scripts show too."""
        content = html.unescape(html.unescape(_COMMENT.sub("", page)))
        return {text for text in self.texts if len(text) > 2 and _pattern(text).search(content)}


def _pattern(text: str) -> re.Pattern[str]:
    words = _PLACE.sub(".{0,200}?", re.escape(text))
    return re.compile(rf"(?<![\w/-]){words}(?![\w/=-])")
