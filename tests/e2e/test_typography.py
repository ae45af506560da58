"""How lines are set: their length, where long words break, and that nothing moves when the font comes late."""

from __future__ import annotations

import time
from statistics import mean

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route

from tests.e2e.conftest import window
from tests.e2e.running import System

pytestmark = [pytest.mark.slow, pytest.mark.browser]

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
LINES = """() => [...document.querySelectorAll(".body .prose p")].flatMap((paragraph) => {
    const lines = new Map(), range = document.createRange();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
        for (let at = 0; at < walker.currentNode.length; at++) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const line = Math.round(range.getBoundingClientRect().bottom / 15);
            lines.set(line, (lines.get(line) || 0) + 1);
        }
    return [...lines.values()].slice(0, -1);
})"""
SHIFT = """() => new Promise((done) => {
    let moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (moved += entry.value)))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(moved), 200);
})"""


@pytest.mark.parametrize("width", [768, 1280])
def test_a_line_of_text_has_60_to_70_letters(visitor: Page, width: int) -> None:
    visitor.set_viewport_size({"width": width, "height": 900})
    visitor.goto(RELEASE)
    visitor.evaluate("document.fonts.ready")
    lines = visitor.evaluate(LINES)
    assert len(lines) > 8
    assert 60 <= mean(lines) <= 70
    assert max(lines) <= 76


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_the_font_comes_late(chromium: Browser, system: System, width: int) -> None:
    def late(route: Route) -> None:
        time.sleep(0.8)
        route.continue_()

    for path in ("/", "/press/", RELEASE):
        with window(chromium, system, system.site) as page:
            page.set_viewport_size({"width": width, "height": 900})
            page.route("**/*.woff2", late)
            page.goto(path, wait_until="load")
            page.wait_for_timeout(1000)
            assert page.evaluate(SHIFT) == 0, path


def test_the_longest_word_of_a_title_breaks_on_the_narrowest_screen(
    chromium: Browser, system: System
) -> None:
    with httpx.Client(base_url=system.site) as client:
        found = client.get(
            "/api/v2/pages/", params={"type": "articles.AccessibilityStatementPage", "locale": "sv"}
        )
    path = found.json()["items"][0]["url"]
    with window(chromium, system, system.site) as page:
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(path)
        title = page.get_by_role("heading", level=1)
        assert "\N{SOFT HYPHEN}" in (title.text_content() or "")
        assert "\N{SOFT HYPHEN}" not in page.title()
        title.evaluate("title => { title.style.fontSize = '3rem'; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
