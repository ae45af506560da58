"""Every template for somebody who enlarges it to 400 %, spaces its text, reads its headings, or reads in poor light."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.running import System
from tests.e2e.screenshots import addresses

pytestmark = [pytest.mark.slow, pytest.mark.browser]

AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
TALL = {
    "width": 320,
    "height": 9000,
}  # all of a page at once, as only what is in the window can be asked about
ENLARGED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10)

FAULTY = """<body style="margin:0;width:340px"><h1 style="color:#999">En</h1><h1></h1><h3>Tre</h3>
<main><p style="color:#666">Blekt</p></main>
<p style="width:40px;white-space:nowrap;overflow:hidden">Avklippt text som fortsätter</p>
<div style="position:relative"><p>Under</p><span style="position:absolute;inset:0"></span></div>
<p style="white-space:nowrap">Ord som inte bryts utan går ut över kanten av fönstret</p>"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_lost_or_too_pale(system: System, chromium: Browser, scheme: str) -> None:
    least = {"body": 21.0, "other": 21.0}
    with chromium.new_context(viewport=TALL, color_scheme=scheme) as context:
        page = context.new_page()
        page.add_init_script(AUDIT)
        for name, path in addresses(system.site).items():
            page.set_viewport_size(TALL)
            page.goto(system.site + path)
            measured, too_pale = page.evaluate("audit.contrasts()")
            complaints = too_pale + page.evaluate("[...audit.headings(), ...audit.lost(), ...audit.spaced()]")
            page.set_viewport_size(ENLARGED)
            complaints += page.evaluate("audit.lost()")
            assert (name, complaints) == (name, [])
            least = {kind: min(least[kind], measured[kind]) for kind in least}
    assert least["body"] < 21  # something was measured
    print(f"{scheme}: body text {least['body']:.2f}:1, other text {least['other']:.2f}:1 at the least")


def test_faults_are_seen(chromium: Browser) -> None:
    """Each complaint that the audit can make, on a page that deserves it."""
    with chromium.new_context(viewport=TALL) as context:
        page = context.new_page()
        page.add_init_script(AUDIT)
        page.goto("about:blank")
        page.set_content(FAULTY)
        assert page.evaluate("audit.headings()") == [
            "2 headings of level 1",
            "an empty heading",
            "level 3 after 1: h3 “Tre”",
        ]
        lost = {re.sub(r"[\d:“].*", "", complaint).strip() for complaint in page.evaluate("audit.lost()")}
        assert lost == {"scrolls", "cut off", "beyond the edge", "span"}
        least, pale = page.evaluate("audit.contrasts()")
        assert [complaint.split(" “")[1] for complaint in pale] == ["En”", "Blekt”"]
        assert least["body"] == pytest.approx(5.74, abs=0.005)
