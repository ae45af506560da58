"""What stands on every page, in a browser: the field for searching, sharing, print."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import window
from tests.e2e.running import System

pytestmark = [pytest.mark.slow, pytest.mark.browser]

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"


def field(page: Page) -> Locator:
    """That in the header, or on a page of an error."""
    return page.get_by_label("Sök på webbplatsen").and_(page.locator("input"))


@pytest.mark.parametrize("width", [320, 1280])
def test_without_script_the_field_leads_to_what_is_found(
    chromium: Browser, system: System, width: int
) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(RELEASE)
        field(page).fill("brott")
        page.locator("header").get_by_role("button", name="Sök").click()
        expect(page.get_by_role("heading", level=2).first).to_contain_text("träffar på ”brott”")


def test_without_script_there_is_no_button_that_does_nothing(chromium: Browser, system: System) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto(RELEASE)
        assert page.locator("main button:visible").all_inner_texts() == []
        expect(page.get_by_role("link", name="Skicka med e-post")).to_be_visible()


def test_the_first_steps_of_the_keyboard(visitor: Page) -> None:
    visitor.goto("/press/")
    reached = []
    for _ in range(5):
        visitor.keyboard.press("Tab")
        reached.append(
            visitor.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
        )
    assert reached[0] == "Till innehållet"
    start = reached.index("Ekobrottsmyndigheten")  # a notice may have a link above it
    assert reached[start : start + 3] == ["Ekobrottsmyndigheten", "f_find", "Sök"]


def test_the_address_is_copied_and_that_is_said(visitor: Page, system: System) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.goto(RELEASE)
    share = visitor.locator("section.share")
    share.get_by_role("button", name="Kopiera adressen").press("Enter")
    expect(share.get_by_role("status")).to_have_text("Adressen är kopierad.")
    assert visitor.evaluate("navigator.clipboard.readText()") == system.site + RELEASE
    expect(share.get_by_role("button", name="Kopiera adressen")).to_be_focused()


def test_where_the_clipboard_refuses_the_address_is_shown(visitor: Page, system: System) -> None:
    visitor.add_init_script("Clipboard.prototype.writeText = () => Promise.reject(new Error('no'))")
    visitor.goto(RELEASE)
    visitor.get_by_role("button", name="Kopiera adressen").click()
    expect(visitor.locator("section.share [role=status]")).to_have_text(system.site + RELEASE)


def test_where_there_is_no_clipboard_there_is_no_button(visitor: Page) -> None:
    visitor.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visitor.add_init_script("window.print = () => { window.printed = true; }")
    visitor.goto(RELEASE)
    visitor.get_by_role("button", name="Skriv ut").click()
    assert visitor.evaluate("window.printed")
    expect(visitor.get_by_role("button", name="Kopiera adressen")).to_have_count(0)


def test_print_leaves_out_what_is_for_screens_and_says_what_a_file_needs(
    visitor: Page, system: System
) -> None:
    visitor.goto(RELEASE)
    visitor.emulate_media(media="print")
    for chrome in (
        "header.masthead",
        "footer.colophon",
        ".breadcrumbs",
        ".share",
        ".listen",
        "section.feedback",
    ):
        expect(visitor.locator(chrome)).to_be_hidden()
    expect(visitor.locator(".print-foot")).to_contain_text(system.site + RELEASE)
    expect(visitor.locator(".print-foot")).to_contain_text("08-465 004 10")
    expect(visitor.locator(".letterhead")).to_have_text("Ekobrottsmyndigheten")
    visitor.emulate_media(media="screen")
    expect(visitor.locator(".print-foot")).to_be_hidden()


@pytest.mark.parametrize("width", [660, 1050, 1600])
def test_print_is_one_column_on_paper_of_any_width(visitor: Page, width: int) -> None:
    """A4 upright and on its side, and larger sheets: what hangs beside the text on a screen stands above it."""
    visitor.set_viewport_size({"width": width, "height": 900})
    visitor.goto(RELEASE)
    visitor.emulate_media(media="print")
    title, hung = (visitor.locator(place).bounding_box() for place in ("main h1", ".opening .hang"))
    assert title
    assert hung
    assert hung["y"] + hung["height"] <= title["y"]
    assert hung["width"] > 200


def test_print_spells_out_only_addresses_that_lead_away(visitor: Page) -> None:
    visitor.goto(RELEASE)
    visitor.emulate_media(media="print")
    spelled = visitor.locator("main a[href]").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content])"
    )
    told = [href for href, content in spelled if content not in ("none", "normal")]
    assert told
    assert all(href.startswith("http") for href in told)


def test_the_script_comes_with_integrity_and_a_tampered_one_does_not_run(
    chromium: Browser, system: System
) -> None:
    with httpx.Client(base_url=system.site) as client:
        src = re.findall(r'<script type="module" src="([^"]+)" integrity="sha384-', client.get("/").text)[0]
        script = client.get(src).text
    with window(chromium, system, system.site) as page:
        page.route(f"**{src}", lambda route: route.fulfill(body=f"{script};document.title='tampered'"))
        page.goto(RELEASE)
        page.wait_for_timeout(300)
        assert page.title() != "tampered"
        expect(page.get_by_role("button", name="Skriv ut")).to_have_count(0)
