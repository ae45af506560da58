"""Every template of the site with the demo content: by axe's rules, on narrow and wide screens, light and dark."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.e2e.running import System
from tests.e2e.screenshots import SCHEMES, WIDTHS, addresses

pytestmark = [pytest.mark.slow, pytest.mark.browser]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All screens with --full, else the two that differ most."""
    screens = (
        [*product(WIDTHS, SCHEMES)]
        if metafunc.config.getoption("--full")
        else [(320, "light"), (1280, "dark")]
    )
    metafunc.parametrize(("width", "scheme"), screens)


def test_no_violation_and_nothing_beyond_the_edge(
    system: System, chromium: Browser, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 800}
    with chromium.new_context(viewport=viewport, color_scheme=scheme) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for name, path in addresses(system.site).items():
            page.goto(system.site + path)
            found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
            assert [(name, each["id"], each["nodes"][0]["html"]) for each in found] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert context.cookies() == []
        assert [url for url in asked if not url.startswith(system.site)] == []
