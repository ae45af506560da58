"""Asking for a public document in a browser: without script, and by axe's rules when something is wrong."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.test_accessibility import RULES

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_without_script_from_form_to_receipt(chromium: Browser, system: System, form_path: str) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto(form_path)
        page.get_by_role("button", name="Skicka begäran").click()
        expect(page.get_by_role("alert")).to_contain_text("Beskriv vad du vill läsa.")
        page.get_by_role("link", name="Beskriv vad du vill läsa.").click()
        page.get_by_label("Vad vill du läsa?").fill("Slutrapporten")
        page.get_by_label("Med e-post").check()
        page.get_by_label("E-postadress").fill("nagon@example.se")
        page.get_by_role("button", name="Skicka begäran").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Vi har tagit emot din begäran")
        assert re.search(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", page.content())
        assert page.context.cookies() == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_a_form_with_faults_is_accessible(
    chromium: Browser, system: System, form_path: str, width: int, scheme: str
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(system.site + form_path)
        page.get_by_label("Med post, på papper").check()
        page.get_by_role("button", name="Skicka begäran").click()
        expect(page.get_by_role("alert")).to_be_visible()
        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
