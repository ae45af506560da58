"""A page read aloud, with voices that only write down what they are to say: Chromium has none here."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import window
from tests.e2e.running import System
from tests.e2e.test_search_browser import violations

pytestmark = [pytest.mark.slow, pytest.mark.browser]

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
SWEDISH = {"name": "Alva", "lang": "sv-SE", "localService": True}
ENGLISH = {"name": "Moira", "lang": "en_GB", "localService": True}
REMOTE = {"name": "Sofie", "lang": "sv-SE", "localService": False}
FAKE = """(() => {
    class Speech extends EventTarget {
        voices = VOICES; spoken = []; now = null;
        getVoices() { return this.voices; }
        speak(said) {
            this.spoken.push({ text: said.text, lang: said.lang, voice: said.voice?.name });
            this.now = said;
        }
        cancel() { const said = this.now; this.now = null; said?.onerror?.({ error: "canceled" }); }
        finish() { const said = this.now; this.now = null; said.onend(); }
        finishAll() { while (this.now) this.finish(); }
    }
    Object.defineProperty(window, "speechSynthesis", { value: new Speech() });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()"""
Open = Callable[..., Page]


@pytest.fixture
def read(visitor: Page) -> Open:
    """A page in a browser with these voices."""

    def open_page(path: str, *voices: dict[str, Any]) -> Page:
        visitor.add_init_script(FAKE.replace("VOICES", json.dumps(voices)))
        visitor.goto(path)
        return visitor

    return open_page


def spoken(page: Page) -> list[dict[str, str]]:
    said: list[dict[str, str]] = page.evaluate("speechSynthesis.spoken")
    return said


def button(page: Page, name: str) -> Locator:
    return page.locator(".listen").get_by_role("button", name=name)


def status(page: Page) -> Locator:
    return page.locator(".listen [role=status]")


@pytest.mark.parametrize(
    ("path", "voices", "offered"),
    [
        (RELEASE, [], False),
        (RELEASE, [ENGLISH], False),
        (RELEASE, [REMOTE], False),
        (RELEASE, [{"name": "Other", "lang": "svk", "localService": True}], False),
        (RELEASE, [ENGLISH, SWEDISH], True),
        ("/en/about-us/", [SWEDISH], False),
        ("/en/about-us/", [SWEDISH, ENGLISH], True),
    ],
)
def test_it_is_offered_where_a_voice_speaks_the_language(
    read: Open, system: System, path: str, voices: list[dict[str, Any]], offered: bool
) -> None:
    if path != RELEASE:
        with httpx.Client(base_url=system.site) as client:
            query = {"type": "articles.InformationPage", "locale": "en"}
            path = client.get("/api/v2/pages/", params=query).json()["items"][0]["url"]
    page = read(path, *voices)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".listen")).to_be_visible(visible=offered)


def test_a_browser_without_voices_shows_nothing(visitor: Page) -> None:
    visitor.goto(RELEASE)
    visitor.get_by_role("button", name="Skriv ut").wait_for()
    expect(visitor.locator(".listen")).to_be_hidden()


def test_voices_may_come_late_and_go(read: Open) -> None:
    page = read(RELEASE)
    expect(page.locator(".listen")).to_be_hidden()
    change = "voices => { speechSynthesis.voices = voices; speechSynthesis.dispatchEvent(new Event('voiceschanged')); }"
    page.evaluate(change, [SWEDISH])
    expect(button(page, "Lyssna")).to_be_visible()
    page.evaluate(change, [])
    expect(page.locator(".listen")).to_be_hidden()


def test_lead_and_body_are_read_and_nothing_else(read: Open) -> None:
    page = read(RELEASE, SWEDISH)
    button(page, "Lyssna").click()
    page.evaluate("speechSynthesis.finishAll()")
    texts = [each["text"] for each in spoken(page)]
    assert texts[
        0
    ] == "I knappt två år har tolv myndigheter arbetat tillsammans mot organiserad brottslighet i " + (
        "särskilt utsatta områden."
    )
    assert "Nya brottsupplägg har upptäckts" in texts
    assert "Vi ser mer när vi arbetar tillsammans." in texts
    assert "Minskning 25\N{NO-BREAK SPACE}%:" in texts
    told = " ".join(texts)
    for left_out in (
        "Meny",
        "Skriv ut",
        "Ladda ner i hög upplösning",
        "Föregående",
        "Registrator",
        "\N{SOFT HYPHEN}",
        "↓",
    ):
        assert left_out not in told
    assert max(len(text) for text in texts) < 300
    expect(status(page)).to_have_text("Uppläsningen är slut")
    expect(button(page, "Lyssna")).to_be_visible()
    expect(button(page, "Stoppa")).to_be_hidden()


def test_it_is_started_paused_and_stopped_by_keyboard(read: Open) -> None:
    page = read(RELEASE, SWEDISH)
    button(page, "Lyssna").press("Enter")
    expect(status(page)).to_have_text("Läser upp")
    page.evaluate("speechSynthesis.finish()")
    second = spoken(page)[1]
    assert violations(page) == []
    button(page, "Pausa").press(" ")
    expect(status(page)).to_have_text("Pausad")
    assert page.evaluate("speechSynthesis.now") is None
    button(page, "Fortsätt").press("Enter")
    expect(status(page)).to_have_text("Läser upp")
    assert spoken(page)[2] == second
    expect(button(page, "Pausa")).to_be_focused()
    page.keyboard.press("Tab")
    expect(button(page, "Stoppa")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("Uppläsningen är slut")
    expect(button(page, "Lyssna")).to_be_focused()
    assert page.evaluate("speechSynthesis.now") is None
    page.keyboard.press("Enter")
    assert spoken(page)[3] == spoken(page)[0]


def test_it_falls_silent_when_the_page_is_left(read: Open) -> None:
    page = read(RELEASE, SWEDISH)
    button(page, "Lyssna").click()
    page.evaluate(
        "window.addEventListener('pagehide', () => { sessionStorage.left = speechSynthesis.now === null; })"
    )
    page.goto("/press/")
    assert page.evaluate("sessionStorage.left") == "true"


BODY = """
<p>Se <a href="/" lang="en">the final report</a> för 10 kap. 11 § kl. 14.30. Sedan – nästa!</p>
<div class="table"><table><caption>Beslag</caption>
<thead><tr><th>Hamn</th><th>2015</th></tr></thead>
<tbody><tr><th>Ystad</th><td>25&nbsp;000</td></tr></tbody></table></div>
<p>Myndig&shy;heten <b>och</b> <i>jag</i></p><p lang="fi">Hyvää päivää</p><p>.</p>
"""


@pytest.mark.parametrize(("voices", "english"), [([SWEDISH, ENGLISH], "Moira"), ([SWEDISH], "Alva")])
def test_tables_sentences_and_other_languages(read: Open, voices: list[dict[str, Any]], english: str) -> None:
    page = read(RELEASE, *voices)
    page.evaluate("html => { document.querySelector('main .body').innerHTML = html; }", BODY)
    button(page, "Lyssna").click()
    page.evaluate("speechSynthesis.finishAll()")
    said = [(each["text"], each["lang"], each["voice"]) for each in spoken(page)]
    start = said.index(("Se", "sv", "Alva"))
    assert said[start + 1 :] == [
        ("the final report", "en", english),
        ("för 10 kap. 11 § kl. 14.30.", "sv", "Alva"),
        ("Sedan – nästa!", "sv", "Alva"),
        ("Beslag", "sv", "Alva"),
        ("Ystad", "sv", "Alva"),
        ("2015: 25\N{NO-BREAK SPACE}000", "sv", "Alva"),
        ("Myndigheten och jag", "sv", "Alva"),
        ("Hyvää päivää", "fi", "Alva"),
    ]


def test_without_script_nothing_is_offered(chromium: Browser, system: System) -> None:
    with window(chromium, system, system.site, java_script_enabled=False) as page:
        page.goto(RELEASE)
        expect(page.locator(".listen")).to_be_hidden()
