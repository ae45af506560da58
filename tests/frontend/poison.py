"""The contract's examples with other words in every text field, and a CMS that answers with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from typing import Any

import httpx

from frontend.routes import ROUTES
from tests.frontend.contract import example, names

CONTRACT = {"id", "uid", "type", "locale", "kind", "compliance", "category", "html_url", "detail_url"}
"""Fields whose words the API promises, or makes of its own settings; no editor writes them."""
ROLES = {"sender", "source", "partner", "mentioned"}
DATE = re.compile(r"\d{4}-\d\d(-\d\d(T[\d:+.]+)?)?")
DAYS = {"since", "until"}
"""Fields that may hold a year alone."""
SAMPLES = {"slug": "x", "rest": "x", "path": "finns-inte/"}
OTHERS = ("site", "agency", "topic", "audience", "suggest", "quote", "promo", "contact")


def is_written(name: str, value: str) -> bool:
    """Whether an editor writes it, rather than choosing among the contract's words or in a calendar."""
    return (
        name not in CONTRACT | DAYS and not DATE.fullmatch(value) and not (name == "role" and value in ROLES)
    )


def poisoned(value: Any, word: Callable[[], str], name: str = "") -> Any:
    """The document with the next word in each text field."""
    if isinstance(value, dict):
        return {key: poisoned(inner, word, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, word, name) for inner in value]
    return word() if isinstance(value, str) and is_written(name, value) else value


def every(words: list[str], first: int = 0) -> Callable[[], str]:
    """Each of the words in turn, beginning with another each time."""
    numbers = count(first)
    return lambda: words[next(numbers) % len(words)]


def poisoned_cms(word: Callable[[], str]) -> Callable[[httpx.Request], httpx.Response]:
    """A CMS whose documents have other words; a page is at the stem of its type, such as /press_release/."""
    pages = {f"/{stem}/": poisoned(example(f"pages/{stem}"), word) for stem in sorted(names("pages"))}
    lists = {name: poisoned(example(f"lists/{name}"), word) for name in sorted(names("lists"))}
    lists["pages"]["items"] = [poisoned(example("pages/press_release"), word), *lists["pages"]["items"]]
    things = {name: poisoned(example(name), word) for name in OTHERS}
    pages |= {f"/{name}/": things[name] for name in ("topic", "audience")}
    lists["pages"]["meta"] = poisoned(example("lists/pages_with_facets")["meta"], word) | {
        "suggestion": word()
    }
    answers = {f"/api/v2/{name.replace('_', '-')}/": answer for name, answer in (lists | things).items()}
    answers |= {
        "/api/v2/agencies/find/": things["agency"],
        "/api/v2/search/suggest/": things["suggest"],
        "/api/v2/fee-schedules/1/quote/": things["quote"],
    }
    gone = poisoned(example("errors/is_gone"), word)

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v2/pages/find/":
            path = request.url.params["html_path"]
            if path == "/borttagen/":
                return httpx.Response(410, json=gone)
            answer = pages.get(path)
        else:
            answer = answers.get(request.url.path)
        return (
            httpx.Response(200, json=answer)
            if answer
            else httpx.Response(404, json=example("errors/not_found"))
        )

    return handler


def paths() -> list[str]:
    """An address of every page type, of every route that a visitor can read, and of errors."""
    read = [route.path for route in ROUTES if "GET" in (route.methods or ())]
    routes = [re.sub(r"\{(\w+)(?::\w+)?\}", lambda gap: SAMPLES.get(gap[1], "x"), path) for path in read]
    pages = [f"/{stem}/" for stem in (*sorted(names("pages")), "topic", "audience")]
    asked = [
        "/sok/?q=brott",
        "/press_index/?typ=nyhet",
        "/press_release/?sidor=25",
        "/press_release/?sidor=x",
    ]
    asked += ["/information/?svar=mottaget", "/request/?kvitto=KXTM-PWRA-HJCH", "/borttagen/"]
    return list(dict.fromkeys([*pages, *routes, *asked]))
