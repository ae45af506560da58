"""Errors, receipts and faulty forms, which no demo site shows by itself: by axe's rules, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Browser, Route

from tests.e2e.test_accessibility import violations
from tests.e2e.test_reading import AUDIT
from tests.frontend.every_page import pages
from tests.frontend.served import Served

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.mark.parametrize(
    ("width", "scheme", "forced"), [(320, "dark", "none"), (1280, "light", "none"), (768, "dark", "active")]
)
def test_no_violation_and_nothing_lost(
    chromium: Browser,
    served_site: Served,
    count: Callable[[int, int], int],
    width: int,
    scheme: str,
    forced: str,
) -> None:
    """A fifth of them on each screen, all with --full."""
    some = count(5, 1)
    viewport = {"width": width, "height": 9000}
    with chromium.new_context(viewport=viewport, color_scheme=scheme, forced_colors=forced) as context:
        page = context.new_page()
        page.add_init_script(AUDIT)
        for number, (name, html) in enumerate(pages().items()):
            if (number + width) % some:
                continue
            page.route("**/shown/", partial(show, html))
            page.goto(f"{served_site.address}/shown/")
            assert (name, violations(page, forced)) == (name, [])
            complaints = page.evaluate("[...audit.headings(), ...audit.lost(), ...audit.spaced()]")
            assert (name, complaints) == (name, [])


def show(html: str, route: Route) -> None:
    """Answer with a page of ours."""
    route.fulfill(body=html, content_type="text/html; charset=utf-8")
