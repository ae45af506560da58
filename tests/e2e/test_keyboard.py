"""Every template by the keyboard alone: an order that makes sense, focus that is seen, no trap, large targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.keyboard import STOPS, change, complaints, walk
from tests.e2e.running import System
from tests.e2e.screenshots import addresses

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SCREENS = [(320, "light"), (1280, "dark")]
MORE = [(320, "dark"), (768, "light"), (768, "dark"), (1280, "light")]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All screens with --full, else the two that differ most."""
    if "width" in metafunc.fixturenames:
        metafunc.parametrize(
            ("width", "scheme"), SCREENS + MORE if metafunc.config.getoption("--full") else SCREENS
        )


def test_every_stop_is_seen_and_in_order(
    system: System, chromium: Browser, count: Callable[[int, int], int], width: int, scheme: str
) -> None:
    """Every second template on the one screen and the others on the other; all on all with --full."""
    seen: set[str] = set()
    with chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()
        page.add_init_script(STOPS)
        for number, (name, path) in enumerate(addresses(system.site).items()):
            if (number + width // 320) % count(2, 1):
                continue
            page.goto(system.site + path)
            found = []
            pale = []
            for stop in walk(page):
                found.append(stop)
                if stop["look"] not in seen and not stop["player"]:
                    seen.add(stop["look"])
                    changed, edge = change(page, stop)
                    pale += (
                        [f"{changed} px for an edge of {edge:.0f}: {stop['name']}"] if changed < edge else []
                    )
            assert found, name
            assert (name, [*complaints(found), *pale]) == (name, [])


FAULTY = """<style>button { width: 60px; height: 30px } .mute:focus { outline: none }</style>
<p><button tabindex="2">Sist</button></p><p><button class="mute" tabindex="1">Först</button></p>
<p><button style="width:10px;height:10px"></button></p>
<div style="position:relative"><button>Under</button><p style="position:absolute;inset:0;margin:0">x</p></div>
<p style="position:absolute;left:-500px"><button>Borta</button></p>"""


def test_faults_are_seen(chromium: Browser) -> None:
    """Each complaint that the walk can make, on a page that deserves it."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(STOPS)
        page.goto("about:blank")
        page.set_content(FAULTY)
        stops, changes = [], {}
        for stop in walk(page):
            stops.append(stop)
            changes[stop["name"]] = change(page, stop)[0]
        told = [*complaints(stops)]
        assert told[0] == "the keyboard doesn't follow the text"
        assert {complaint.partition(":")[0] for complaint in told[1:]} >= {
            "16 × 10 px",
            "something lies on it",
            "out of sight",
        }
        assert "back up from button “Först” to button “Sist”" in told
        assert changes["button “Först”"] == 0
        assert changes["button “Sist”"] > 100


def test_the_first_stop_leads_past_the_menu(system: System, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(STOPS)
        page.goto(system.site)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')")


def test_everything_can_be_opened_by_the_keyboard(system: System, chromium: Browser) -> None:
    """Menu on a phone, filters, films' words: Enter opens what a summary names, and what it holds is the next stop."""
    with chromium.new_context(viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(STOPS)
        for path in addresses(system.site).values():
            page.goto(system.site + path)
            for summary in page.locator("summary:visible").all():
                open_and_enter(page, summary)


def open_and_enter(page: Page, summary) -> None:
    """Press Enter on a summary: it opens, and the keyboard gets into it if there is anything to stop at."""
    summary.focus()
    inside = "document.activeElement.closest('details')"
    was_open = page.evaluate(f"{inside}.open")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{inside}.open") is not was_open
    if was_open:
        page.keyboard.press("Enter")
    stops = page.evaluate(f"{inside}.querySelectorAll('a, input, select, button').length")
    if stops:
        page.evaluate(f"window.opened = {inside}")
        page.keyboard.press("Tab")
        assert page.evaluate("opened.contains(document.activeElement)")
