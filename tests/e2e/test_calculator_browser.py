"""The fee calculator with script: the server's own answer in place, told aloud, and a new page where that fails."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import window
from tests.e2e.running import System

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIELD, BUTTON = "Antal sidor i hela beställningen", "Räkna"


@pytest.fixture(scope="module")
def path(system: System) -> str:
    """Where a calculator stands."""
    with httpx.Client(base_url=system.site, timeout=30) as client:
        cards = client.get("/api/v2/pages/", params={"locale": "sv", "limit": 100}).json()["items"]
        for card in cards:
            body = client.get(f"/api/v2/pages/{card['id']}/").json().get("body", ())
            if "fee_calculator" in {block["type"] for block in body}:
                return str(card["url"])
    pytest.fail("no calculator in the demo")


@pytest.fixture
def page(chromium: Browser, system: System, path: str) -> Iterator[Page]:
    """The calculator's page, which remembers that it was never left."""
    with window(chromium, system, system.site) as page:
        page.goto(path)
        page.evaluate("window.stayed = true")
        yield page


def ask(page: Page, pages: str) -> None:
    page.get_by_label(FIELD).fill(pages)
    page.get_by_label(FIELD).press("Enter")


def test_the_sum_comes_in_place_and_the_address_with_it(page: Page) -> None:
    live = page.locator(".answer[aria-live=polite]")
    expect(live).to_be_attached()
    ask(page, "25")
    expect(live).to_contain_text("25 sidor kostar 80 kr")
    expect(page).to_have_url(re.compile(r"\?sidor=25"))
    expect(page.get_by_label(FIELD)).to_be_focused()
    ask(page, "9")
    expect(live).to_contain_text("9 sidor kostar 0 kr")
    assert page.evaluate("window.stayed")
    page.reload()
    expect(page.locator(".answer")).to_contain_text("9 sidor kostar 0 kr")


def test_a_number_that_can_not_be_used_is_told_in_place_and_forgotten(page: Page) -> None:
    ask(page, "tio")
    expect(page.get_by_text("Skriv antalet sidor med siffror")).to_be_visible()
    expect(page.get_by_label(FIELD)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label(FIELD)).to_have_accessible_description(re.compile("Skriv antalet sidor"))
    ask(page, "10")
    expect(page.locator(".answer")).to_contain_text("10 sidor kostar 50 kr")
    expect(page.get_by_text("Skriv antalet sidor med siffror")).to_have_count(0)
    expect(page.get_by_label(FIELD)).not_to_have_attribute("aria-invalid", "true")
    assert page.evaluate("window.stayed")


@pytest.mark.parametrize("status", [0, 503])
def test_where_the_answer_does_not_come_the_browser_sends_the_form(page: Page, status: int) -> None:
    def fail(route: Route) -> None:
        if route.request.resource_type != "fetch":
            route.continue_()
        elif status:
            route.fulfill(status=status, body="<h1>Fel</h1>")
        else:
            route.abort()

    page.route(re.compile(r"\?sidor="), fail)
    ask(page, "25")
    expect(page.locator(".answer")).to_contain_text("25 sidor kostar 80 kr")
    assert not page.evaluate("window.stayed")


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "sidor=25" in route.request.url and route.request.resource_type == "fetch":
            held.append(route)
        else:
            route.continue_()

    page.route(re.compile(r"\?sidor="), hold)
    ask(page, "25")
    ask(page, "9")
    expect(page.locator(".answer")).to_contain_text("9 sidor kostar 0 kr")
    assert len(held) == 1
    with page.expect_response(re.compile("sidor=25")):
        held[0].continue_()
    page.wait_for_timeout(200)
    expect(page.locator(".answer")).to_contain_text("9 sidor kostar 0 kr")
    expect(page).to_have_url(re.compile(r"\?sidor=9"))


def test_one_step_back_leaves_the_page_however_often_was_counted(
    page: Page, system: System, path: str
) -> None:
    page.goto("/")
    page.goto(path)
    for pages in ("9", "25"):
        ask(page, pages)
        expect(page.locator(".answer")).to_contain_text(f"{pages} sidor kostar")
    page.go_back()
    expect(page).to_have_url(f"{system.site}/")


def test_without_script_the_same_form_brings_a_new_page(chromium: Browser, system: System, path: str) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto(path)
        ask(page, "25")
        expect(page).to_have_url(re.compile(r"\?sidor=25"))
        expect(page.locator(".answer")).to_contain_text("25 sidor kostar 80 kr")
