"""Whether a page helped: from the form at its end to what editors see beside it; and a form with faults, by axe."""

from __future__ import annotations

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from feedback.models import Feedback
from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.test_accessibility import RULES
from tests.e2e.wire import WireEditor

pytestmark = pytest.mark.slow

SECRET = "Smörgåsbord & bilagor"
THANKS = "Tack för ditt svar."


@pytest.fixture(scope="module")
def path(system: System) -> str:
    """Where an information page stands."""
    with httpx.Client(base_url=system.site, timeout=30) as client:
        asked = {"type": "articles.InformationPage", "locale": "sv", "limit": 1}
        found: str = client.get("/api/v2/pages/", params=asked).json()["items"][0]["url"]
    return found


def test_an_answer_reaches_the_editors_and_nobody_else(
    site: httpx.Client, wire: WireEditor, path: str, system: System, database: None
) -> None:
    before = site.get("/api/v2/pages/").headers["etag"]
    form = {"form": "feedback", "helped": "no", "missing": f"{SECRET}, 19121212-1212", "website": ""}
    answer = site.post(path, data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{path}?svar=mottaget#feedback")
    thanks = site.get(answer.headers["location"])
    assert (thanks.status_code, thanks.headers["cache-control"]) == (200, "no-store")
    assert THANKS in thanks.text
    kept = Feedback.objects.get(text__startswith=SECRET)  # other tests of this run may have answered too
    assert (kept.answer, kept.text) == ("no", f"{SECRET}, […]")
    for address in (f"pages/{kept.page_id}/edit/", "feedback/"):
        assert "Smörgåsbord &amp; bilagor" in wire.client.get(f"/admin/{address}").text
    assert site.get("/api/v2/pages/").headers["etag"] == before
    assert "Smörgåsbord" not in site.get(path).text
    assert "Smörgåsbord" not in "\n".join(system.lines())


@pytest.mark.parametrize("address", ["/intake/feedback/", "/api/v2/intake/feedback/"])
def test_the_private_address_is_not_on_the_public_host(site: httpx.Client, address: str) -> None:
    sent = {"page": 1, "answer": "no", "text": ""}
    own = {"Sec-Fetch-Site": "same-origin"}
    assert site.post(address, json=sent, headers=own).status_code in {400, 404, 405}
    assert site.get(address).status_code == 404


@pytest.mark.browser
def test_without_script_the_text_opens_with_the_answer(chromium: Browser, system: System, path: str) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto(path)
        expect(page.get_by_label("Vad saknades?")).to_be_hidden()
        page.get_by_role("radio", name="Nej").check()
        page.get_by_label("Vad saknades?").fill("Vilken dag?")
        page.get_by_role("button", name="Skicka").click()
        expect(page.get_by_text(THANKS)).to_be_in_viewport()
        assert page.context.cookies() == []


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_a_form_with_faults_is_accessible(
    chromium: Browser, system: System, path: str, width: int, scheme: str
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page: Page = context.new_page()
        page.goto(system.site + path)
        page.get_by_role("radio", name="Nej").check()
        page.get_by_label("Vad saknades?").fill("å" * 1001)
        page.get_by_role("button", name="Skicka").click()
        expect(page.get_by_text("Skriv högst 1\N{NO-BREAK SPACE}000 tecken.")).to_be_in_viewport()
        violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
