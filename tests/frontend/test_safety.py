"""What editors write reaches the page as text: each class of attack, through each kind of field."""

from html.parser import HTMLParser

import httpx
import pytest

from tests.frontend.contract import example, names
from tests.frontend.scripted import cms_with

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "javascript:alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#x0A;script:alert(1)">x</a>',
    "<a href='data:text/html,<script>1</script>'>x</a>",
    "<style>*{background:url(//evil.example)}</style>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=//evil.example><input name=q></form>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<p style='position:fixed' class='x' id='content'>x</p>",
    "</title><script>alert(1)</script>",
    "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
]
FORBIDDEN_TAGS = {"script", "iframe", "object", "embed", "style", "svg", "math", "base"}


class Inert(HTMLParser):
    """Collects what could run or lead astray in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN_TAGS:
            self.found.append(tag)
        for name, value in attrs:
            scheme = "".join((value or "").split()).lower()
            if (
                name.startswith("on")
                or name == "style"
                or (name in {"href", "src"} and scheme.startswith("data:"))
            ):
                self.found.append(f"{tag} {name}={value}")
            if name in {"action", "formaction"} and scheme and not scheme.startswith(("#", "/")):
                self.found.append(f"{tag} {name}={value}")
            if name in {"href", "src"} and scheme.startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")


def poisoned(value: object, attack: str, key: str = "") -> object:
    """The document with the attack in every text field; types, levels and dates stay."""
    kept = {"type", "level", "locale", "id", "kind", "role", "direction"}
    kept |= {"at", "published_at", "updated_at", "start", "end"}
    kept |= {"valid_from", "reviewed_on", "review_by", "assessed_on", "revised_on"}
    kept |= {"compliance", "category"}
    kept |= {"since", "until", "ended_on"}
    if isinstance(value, dict):
        return {name: poisoned(item, attack, name) for name, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, attack, key) for item in value]
    if isinstance(value, str) and key not in kept:
        return attack
    return value


def poisoned_cms(attack: str):
    """A CMS whose every text field holds the attack; the page types by their stems."""
    pages = {f"/{stem}/": poisoned(example(f"pages/{stem}"), attack) for stem in names("pages")}
    lists = {name: poisoned(example(f"lists/{name}"), attack) for name in names("lists")}
    others = {name: poisoned(example(name), attack) for name in ("site", "agency", "topic", "audience")}
    pages |= {f"/{name}/": others[name] for name in ("topic", "audience")}

    def handler(request: httpx.Request) -> httpx.Response:
        return cms_with(pages.get(request.url.params.get("html_path")), **lists, **others)(request)

    return handler


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_are_inert(site_over, attack: str) -> None:
    site = site_over(poisoned_cms(attack))
    for path in [
        *(f"/{stem}/" for stem in names("pages")),
        "/topic/",
        "/myndigheter/x/",
        "/myndigheter/",
        "/amnen/",
        "/audience/",
        "/du-ar/",
    ]:
        answer = site.get(path)
        assert answer.status_code == 200
        parser = Inert()
        parser.feed(answer.text)
        assert parser.found == []
        assert "49" not in answer.text.replace("4979", "")
