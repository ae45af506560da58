"""Searching and narrowing lists in a browser: without script, and by axe's rules."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.test_accessibility import RULES

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds wrong."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def test_without_script_a_list_is_narrowed_and_widened(chromium: Browser, system: System) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto("/press/")
        page.get_by_label("Typ").select_option("nyhet")
        page.get_by_role("button", name="Visa").click()
        expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile(r"^\d+ nyhet(er)?$"))
        page.get_by_label("År").select_option(index=1)
        page.get_by_role("button", name="Visa").click()
        expect(page.get_by_role("heading", level=2).first).to_have_text(
            re.compile(r"^\d+ nyhet(er)? från \d{4}$")
        )
        page.get_by_role("link", name="Ta bort Nyheter").click()
        expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile(r" från \d{4}$"))
        page.goto("/sok/")
        page.get_by_label("Vad letar du efter?").fill("brott")
        page.get_by_role("button", name="Sök").click()
        expect(page.get_by_role("heading", level=2).first).to_contain_text("träffar på ”brott”")
        expect(page.locator("mark").first).to_be_visible()
        assert page.context.cookies() == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (768, "light"), (1280, "dark")])
def test_filters_and_hits_are_accessible(chromium: Browser, system: System, width: int, scheme: str) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        for path in (
            "/press/?typ=nyhet",
            "/press/?typ=nyhet&ar=1999",
            "/sok/?q=brott",
            "/sok/?q=skatebrott",
            "/sok/",
        ):
            page.goto(system.site + path)
            fold = page.get_by_text("Filtrera listan")
            if fold.count() and fold.is_visible():
                fold.click()
                expect(page.get_by_label("År")).to_be_visible()
            assert violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
