"""What a page weighs and leaves behind, measured in a browser that has seen nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
from playwright.sync_api import Browser, Page, Request

from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.screenshots import addresses, items_of

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE = {"document", "stylesheet", "script"}
MORE = {"/robots.txt", "/health/live", "/health/ready", "/api/v2/pages/", "/en/search/?q=crime"}
LEFT = """async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@contextmanager
def first_visit(chromium: Browser, system: System) -> Iterator[tuple[Page, list[Request]]]:
    """A window that holds nothing yet, and all that it asks for."""
    with window(chromium, system, system.site) as page:
        asked: list[Request] = []
        page.on("request", lambda request: asked.append(request))
        yield page, asked


def weight(asked: list[Request]) -> int:
    """Bytes as they came over the wire, without headers."""
    return sum(request.sizes()["responseBodySize"] for request in asked)


def releases(system: System) -> list[str]:
    """The addresses of all press releases of the demo site, in both languages."""
    with httpx.Client(base_url=f"{system.site}/api/v2/", timeout=30) as api:
        return [page["url"] for page in items_of(api, "pages/", type="articles.PressReleasePage", limit=100)]


def test_a_release_without_pictures_is_light(
    system: System, chromium: Browser, count: Callable[[int, int], int]
) -> None:
    """Some of them, all with --full."""
    heaviest = measured = 0
    for path in releases(system)[:: count(4, 1)]:
        with first_visit(chromium, system) as (page, asked):
            page.goto(path)
            if any(request.resource_type in {"image", "media"} for request in asked):
                continue
            own = [request for request in asked if request.resource_type in PAGE]
            assert len(own) <= 3
            assert weight(own) <= 20_000, path
            # A browser without a window asks for the icon when it likes.
            icon = page.request.get(page.locator("link[rel=icon]").get_attribute("href") or "")
            rest = [request for request in asked if request.url != icon.url]
            assert len(rest) + 1 <= 5, [request.url for request in asked]
            assert weight(rest) + len(icon.body()) <= 50_000, path
            measured, heaviest = measured + 1, max(heaviest, weight(own))
    assert measured
    print(f"{measured} press releases without pictures, {heaviest} bytes at most")


def test_the_stylesheet_is_light(site: httpx.Client) -> None:
    sheet = site.get("/").text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    answer = site.get(sheet, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) <= 9_000


def test_nothing_is_left_behind_and_nobody_else_is_asked(system: System, chromium: Browser) -> None:
    with first_visit(chromium, system) as (page, asked):
        for path in [*addresses(system.site).values(), *MORE]:
            answer = page.goto(path)
            assert answer
            assert "set-cookie" not in answer.all_headers()
            if "html" in answer.headers["content-type"]:
                assert {*page.evaluate(LEFT).values()} == {0, ""}, path
        assert page.context.cookies() == []
        assert page.context.storage_state() == {"cookies": [], "origins": []}
        assert {request.url.startswith(f"{system.site}/") for request in asked} == {True}
