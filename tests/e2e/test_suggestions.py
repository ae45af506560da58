"""Suggestions while somebody types in a field for searching: by keyboard, told aloud, and never in the way."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.test_furniture import field
from tests.e2e.test_search_browser import violations

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SUGGEST = re.compile("/api/v2/search/suggest/")


@pytest.fixture
def typing(visitor: Page) -> tuple[Page, list[str]]:
    """The press list, and what is asked for while somebody types."""
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url) if SUGGEST.search(request.url) else None)
    visitor.goto("/press/")
    return visitor, asked


def test_suggestions_are_told_and_walked_by_keyboard(typing) -> None:
    page, asked = typing
    box = field(page)
    expect(box).to_have_role("combobox")
    box.press_sequentially("sam", delay=20)
    options = page.get_by_role("listbox", name="Förslag:").get_by_role("option")
    expect(options.first).to_be_visible()
    count = options.count()
    assert count > 1
    assert len(asked) == 1
    assert "locale=sv&q=sam" in asked[0]
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".find [role=status]")).to_have_text(f"Förslag: {count}")
    first = options.first.inner_text()
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"[id='{active}']").inner_text() == first
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_be_focused()
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(first)


def test_escape_closes_and_keeps_the_words_and_enter_searches(typing) -> None:
    page, _asked = typing
    box = field(page)
    box.press_sequentially("sam")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("sam")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/sok/\?q=sam$"))


def test_a_suggestion_is_chosen_by_pointer_and_the_list_goes_with_the_focus(typing) -> None:
    page, _asked = typing
    field(page).press_sequentially("sam")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field(page).press("End")
    field(page).press_sequentially("v")
    option = page.get_by_role("option").first
    expect(option).to_be_visible()
    title = option.inner_text()
    option.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_nothing_is_asked_before_two_letters_nor_at_each(typing) -> None:
    page, asked = typing
    field(page).press_sequentially("s ")
    page.wait_for_timeout(500)
    assert asked == []
    field(page).fill("")
    field(page).press_sequentially("samverkan", delay=30)
    expect(page.get_by_role("option").first).to_be_visible()
    assert len(asked) == 1


def test_a_late_answer_to_what_is_no_longer_asked_shows_nothing(typing) -> None:
    page, asked = typing
    page.route(SUGGEST, lambda route: None if "q=sa&" in f"{route.request.url}&" else route.continue_())
    field(page).press_sequentially("sa")
    page.wait_for_function("performance.now() > 0")
    page.wait_for_timeout(400)
    assert len(asked) == 1
    with page.expect_event("requestfailed") as failed:
        field(page).press_sequentially("mverkan")
    assert "q=sa" in failed.value.url
    expect(page.get_by_role("option").first).to_be_visible()
    field(page).press("Control+A")
    field(page).press("Delete")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.parametrize("status", [0, 429, 500])
def test_where_suggestions_fail_the_field_works_as_before(
    chromium: Browser, system: System, status: int
) -> None:
    def fail(route: Route) -> None:
        if status:
            route.fulfill(status=status, body="{}", content_type="application/problem+json")
        else:
            route.abort()

    with window(chromium, system, system.site) as page:
        thrown: list[str] = []
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.route(SUGGEST, fail)
        page.goto("/press/")
        with page.expect_request(SUGGEST):
            field(page).press_sequentially("brott")
        page.wait_for_timeout(300)
        expect(page.get_by_role("listbox")).to_be_hidden()
        field(page).press("Enter")
        expect(page).to_have_url(re.compile(r"/sok/\?q=brott$"))
        assert thrown == []


def test_the_search_page_and_errors_suggest_too(visitor: Page, chromium: Browser, system: System) -> None:
    visitor.goto("/sok/")
    visitor.get_by_label("Vad letar du efter?").press_sequentially("sam")
    expect(visitor.get_by_role("option").first).to_be_visible()
    visitor.goto("/en/press/")
    visitor.locator("header input").press_sequentially("pub")
    expect(visitor.get_by_role("listbox", name="Suggestions:")).to_be_visible()
    with window(chromium, system, system.site) as page:
        page.goto("/finns-inte/")
        field(page).fill("")
        field(page).press_sequentially("sam")
        expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_suggestions_stay_within_the_screen(chromium: Browser, system: System, width: int) -> None:
    for path in ("/press/", "/sok/", "/finns-inte/"):
        with window(chromium, system, system.site, forced_colors="active") as page:
            page.set_viewport_size({"width": width, "height": 700})
            page.goto(path)
            page.locator("[data-suggest]").fill("")
            page.locator("[data-suggest]").press_sequentially("sam")
            expect(page.get_by_role("option").first).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            box = page.get_by_role("listbox").bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width, path
            page.keyboard.press("ArrowDown")
            background = "getComputedStyle(document.querySelector('[role=option]')).backgroundColor"
            other = "getComputedStyle(document.querySelector('[role=option]:last-child')).backgroundColor"
            assert page.evaluate(f"{background} !== {other}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_list_breaks_no_rule_of_axes(chromium: Browser, system: System, scheme: str) -> None:
    with window(chromium, system, system.site, color_scheme=scheme) as page:
        page.goto("/press/")
        field(page).press_sequentially("sam")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        assert violations(page) == []
