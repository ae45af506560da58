"""What editors write reaches the page as text: each class of attack, in every text field at once."""

from html.parser import HTMLParser

import httpx
import pytest

from frontend.rich_text import ATTRIBUTES, TAGS
from tests.frontend.attacks import ATTACKS, EACH, EXECUTED
from tests.frontend.poison import every, paths, poisoned_cms
from tests.frontend.visitor import Visitor

LINKS = {"href", "src", "action", "formaction", "poster", "srcset", "data"}
PATHS = [path for path in paths() if not path.startswith(("/api/", "/media/", "/static/", "/health/"))]
ADDRESS = "/ord/"
HARMLESS = "sammantradesprotokoll ord"  # long, as titles with long words are set otherwise
RICH = {(tag, name) for tag in TAGS for name in ("", *ATTRIBUTES.get(tag, ()))} | {("mark", "")}


class Built(HTMLParser):
    """The elements and attributes of a page, and the addresses that no page may have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: set[tuple[str, str]] = set()
        self.bad: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.add((tag, ""))
        for name, value in attrs:
            self.parts.add((tag, name))
            scheme = "".join((value or "").split()).lower().partition(":")[0]
            if name in LINKS and scheme in {"javascript", "data", "vbscript", "blob"}:
                self.bad.append(f"{tag} {name}={value}")


@pytest.fixture(scope="module")
def harmless() -> dict[str, set[tuple[str, str]]]:
    """What each page is built of when editors write plain words, and plain addresses where those are written."""
    built = {path: set(RICH) for path in PATHS}
    for word in (HARMLESS, ADDRESS):
        site = Visitor(httpx.MockTransport(poisoned_cms(every([word]))))
        for path in PATHS:
            built[path] |= Built(site.get(path).text).parts
        site.close()
    return built


@pytest.mark.parametrize("name", EACH)
def test_attacks_are_inert(site_over, harmless, caplog, name: str) -> None:
    site = site_over(poisoned_cms(every([ATTACKS[name]])))
    for path in PATHS:
        answer = site.get(path)
        assert answer.status_code < 500, path
        if not answer.headers.get("content-type", "text/html").startswith("text/html"):
            continue  # no page: test_feeds looks into what readers' programs take out of it
        built = Built(answer.text)
        assert built.parts - harmless[path] == set(), path
        assert built.bad == [], path
        assert EXECUTED not in answer.text, path
        assert "set-cookie" not in answer.headers
    assert "broken" not in caplog.text
