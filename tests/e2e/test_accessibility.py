"""Every template of the site with the demo content: by axe's rules, on narrow and wide screens, in all colours."""

from collections.abc import Callable
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.e2e.running import System
from tests.e2e.screenshots import SCHEMES, WIDTHS, addresses

pytestmark = [pytest.mark.slow, pytest.mark.browser]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All screens with --full, else the three that differ most."""
    screens = [(320, "light", "none"), (1280, "dark", "none"), (768, "light", "active")]
    if metafunc.config.getoption("--full"):
        screens = [*product(WIDTHS, SCHEMES, ("none", "active"))]
    metafunc.parametrize(("width", "scheme", "forced"), screens)


def violations(page: Page, forced: str = "none") -> list[tuple[str, str]]:
    """What axe finds wrong. Forced colours are the reader's own, while axe reckons with the page's."""
    options = {"runOnly": RULES, "rules": {"color-contrast": {"enabled": forced == "none"}}}
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def test_no_violation_and_nothing_beyond_the_edge(
    system: System, chromium: Browser, count: Callable[[int, int], int], width: int, scheme: str, forced: str
) -> None:
    """In forced colours a third of the templates, all with --full."""
    viewport = {"width": width, "height": 800}
    with chromium.new_context(viewport=viewport, color_scheme=scheme, forced_colors=forced) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for name, path in [*addresses(system.site).items()][:: count(3, 1) if forced == "active" else 1]:
            page.goto(system.site + path)
            found = violations(page, forced)
            assert (name, found) == (name, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert context.cookies() == []
        assert [url for url in asked if not url.startswith(system.site)] == []
