"""The main job in a real browser: an editor writes, publishes, corrects and takes down; a visitor reads."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from babel.dates import format_date
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.e2e.admin import Editor, fill
from tests.e2e.conftest import window
from tests.e2e.running import System

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEADLINE = "Två bussar stoppade i hamnen"
LEAD = "Tullverket och Polismyndigheten har stoppat två bussar med alkohol."
REASON = "Uppgifterna har visat sig vara fel."
SUCCESSOR = {
    "title": "Tretton myndigheter delar samma lägesbild",
    "url": "/press/2025/tretton-myndigheter-delar-samma-lagesbild/",
}


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """A picture file as a camera would name it."""
    path = tmp_path / "DSC_0417.png"
    Image.new("RGB", (1600, 900), tuple(os.urandom(3))).save(
        path
    )  # Wagtail asks about a picture that it knows
    return path


def test_from_publish_to_gone(editor: Editor, visitor: Page, site: httpx.Client, photograph: Path) -> None:
    page_id = write_with_faults(editor, photograph)
    mend(editor)
    path = publish_and_look(editor)
    assert path == f"/press/{today().year}/tva-bussar-stoppade-i-hamnen/"
    read(visitor, path)
    find_at_agency(visitor, "Tullverket", "Avsändare")
    update(editor, page_id)
    read_update(visitor, path)
    correct(editor, page_id)
    read_correction(visitor, path)
    take_down(editor, page_id)
    read_farewell(visitor, path)
    gone_from_lists(visitor)
    assert told(site, path) == {"reason": REASON, "page": None, "successor": SUCCESSOR}


def test_taken_down_without_a_word(editor: Editor, visitor: Page, site: httpx.Client) -> None:
    editor.begin_release("Hemligt ärende i Vimmerby")
    fill(editor.page, "Ingress", LEAD)
    editor.add_agency("Skatteverket", "sender")
    path = publish_and_look(editor)
    visitor.goto(path)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Hemligt ärende i Vimmerby")

    editor.open(site.get("/api/v2/pages/find/", params={"html_path": path}).json()["id"])
    editor.ask_to_unpublish()
    editor.confirm_unpublish()
    answer = visitor.goto(path)
    assert answer
    assert answer.status == 410
    expect(visitor.locator("main")).to_contain_text(swedish_date())
    assert "Vimmerby" not in visitor.content()
    assert told(site, path) == {"reason": None, "page": None, "successor": None}


def test_nothing_needs_script(chromium: Browser, system: System, site: httpx.Client) -> None:
    """The same words with and without JavaScript, on a page of each kind, but for two buttons that need it."""
    paths = ["/", "/press/", "/amnen/", "/myndigheter/", "/myndigheter/tullverket/", "/en/", "/finns-inte/"]
    paths += [first_of(site, each) for each in ("articles.PressReleasePage", "articles.InformationPage")]
    words = {}
    for script in (True, False):
        with window(chromium, system, system.site, java_script_enabled=script) as page:
            words[script] = [text_of(page, path) for path in paths]
            assert page.context.cookies() == []
    release = words[True][-2]
    assert "Kopiera adressen" in release
    added = re.compile(r"\s*(Kopiera adressen|Skriv ut|Copy the address|Print)$", re.MULTILINE)
    assert [added.sub("", each) for each in words[True]] == words[False]
    assert all(words[False])


def write_with_faults(editor: Editor, photograph: Path) -> int:
    """A release with a level skipped and a quotation without a name; it is saved, and its id returned."""
    editor.begin_release(HEADLINE)
    fill(editor.page, "Ingress", LEAD)
    heading = editor.add_block("Mellanrubrik")
    fill(heading, "Mellanrubrik", "Bussarna kom från söder")
    heading.get_by_label("Nivå").select_option("3")
    editor.write(editor.add_block("Text"), "Förarna är anhållna.")
    fill(editor.add_block("Citat"), "Det som sägs", "Vi ser mer när vi arbetar tillsammans.")
    editor.add_agency("Tullverket", "sender")
    editor.add_agency("Polismyndigheten", "partner")
    editor.upload_main_picture(photograph, "Buss", "En buss vid kajen", "Anna Ek")
    editor.save_draft()
    expect(editor.message).to_contain_text(HEADLINE)
    found = re.search(r"/admin/pages/(\d+)/edit/", editor.page.url)
    assert found, editor.page.url
    return int(found[1])


def mend(editor: Editor) -> None:
    """Publishing says which blocks are at fault, and what was written is still there."""
    editor.publish()
    faults = editor.page.locator("#panel-child-innehall-child-body-errors, .help-critical").all_inner_texts()
    said = " ".join(faults)
    assert "Block 1 (Mellanrubrik), Nivå: En mindre mellanrubrik måste stå under en mellanrubrik." in said
    assert "Block 3 (Citat), Namn: " in said
    expect(editor.blocks).to_have_count(3)
    heading, text, quote = editor.blocks.all()
    expect(text.locator("[contenteditable=true]")).to_have_text("Förarna är anhållna.")
    expect(editor.page.get_by_role("region", name="Huvudbild")).to_contain_text("Buss")
    heading.get_by_label("Nivå").select_option("2")
    fill(quote, "Namn", "Per Wadhed")


def publish_and_look(editor: Editor) -> str:
    """Publish, follow the message's link, and return the path that it led to."""
    editor.publish()
    editor.message.get_by_role("link", name="Visa publicerad").click()
    expect(editor.page.locator("article h1")).to_be_visible()
    return httpx.URL(editor.page.url).path


def read(visitor: Page, path: str) -> None:
    """All that the editor wrote is on the visitor's page."""
    visitor.goto(path)
    expect(visitor.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(visitor.get_by_text(LEAD)).to_be_visible()
    expect(visitor.get_by_role("heading", level=2, name="Bussarna kom från söder")).to_be_visible()
    expect(visitor.get_by_text("Förarna är anhållna.")).to_be_visible()
    quote = visitor.locator("figure", has_text="Vi ser mer när vi arbetar tillsammans.")
    expect(quote).to_contain_text("Per Wadhed")
    picture = visitor.get_by_role("img", name="En buss vid kajen")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 0
    expect(visitor.get_by_text("Foto: Anna Ek")).to_be_visible()


def find_at_agency(visitor: Page, agency: str, role: str) -> None:
    """From the release to the agency, and back by its list."""
    visitor.get_by_role("link", name=agency, exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(agency)
    entry = visitor.get_by_role("article").filter(has_text=HEADLINE)
    expect(entry).to_contain_text(role)
    entry.get_by_role("link").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(HEADLINE)


def update(editor: Editor, page_id: int) -> None:
    """A change can't be published before the editor has said what it is."""
    editor.open(page_id)
    fill(editor.page, "Ingress", LEAD.replace("två", "tre"))
    editor.publish()
    expect(editor.page.get_by_text("Sidan är publicerad. Ange vad din ändring är.")).to_be_visible()
    editor.say_change("Uppdatering", "En tredje buss har stoppats.")
    editor.publish()
    expect(editor.message).to_contain_text("publicerad")


def correct(editor: Editor, page_id: int) -> None:
    editor.open(page_id)
    fill(editor.page, "Ingress", LEAD)
    editor.say_change("Rättelse", "Antalet bussar var fel. Det var två.")
    editor.publish()
    expect(editor.message).to_contain_text("publicerad")


def read_update(visitor: Page, path: str) -> None:
    """When it was, with the time of day, and what is new; no correction."""
    visitor.goto(path)
    expect(visitor.get_by_text(re.compile(r"^Uppdaterad"))).to_contain_text(re.compile(r"kl\.\s\d+\.\d\d"))
    expect(visitor.locator("main")).to_contain_text("En tredje buss har stoppats.")
    expect(visitor.locator(".correction")).to_have_count(0)


def read_correction(visitor: Page, path: str) -> None:
    """A panel of its own, with its date."""
    visitor.goto(path)
    panel = visitor.get_by_role("region", name="Rättelse")
    expect(panel).to_contain_text("Antalet bussar var fel.")
    expect(panel.locator("time")).to_have_attribute("datetime", re.compile(today().strftime("^%Y-%m-%d")))


def take_down(editor: Editor, page_id: int) -> None:
    """With a reason and a successor, but without the headline."""
    editor.open(page_id)
    editor.ask_to_unpublish()
    fill(editor.page, "Varför", REASON)
    editor.choose_successor(SUCCESSOR["title"])
    editor.confirm_unpublish()


def read_farewell(visitor: Page, path: str) -> None:
    """Only what the editor gave, and the link leads on."""
    answer = visitor.goto(path)
    assert answer
    assert answer.status == 410
    main = visitor.locator("main")
    expect(main).to_contain_text(swedish_date())
    expect(main).to_contain_text(REASON)
    expect(main).not_to_contain_text("bussar")
    visitor.get_by_role("link", name=SUCCESSOR["title"]).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(SUCCESSOR["title"])


def gone_from_lists(visitor: Page) -> None:
    for path in ("/", "/press/", "/myndigheter/tullverket/"):
        visitor.goto(path)
        expect(visitor.get_by_role("heading", level=1)).to_be_visible()
        expect(visitor.get_by_role("link", name=HEADLINE)).to_have_count(0)


def told(site: httpx.Client, path: str) -> dict[str, object]:
    """What the API says of a page that is gone, beside the date and the error's own words."""
    answer = site.get("/api/v2/pages/find/", params={"html_path": path})
    assert answer.status_code == 410
    said = answer.json()
    assert said["withdrawn_at"].startswith(today().strftime("%Y-%m-%dT"))
    usual = {"type", "title", "status", "detail", "message", "hint", "withdrawn_at"}
    return {name: value for name, value in said.items() if name not in usual}


def first_of(site: httpx.Client, page_type: str) -> str:
    path: str = site.get("/api/v2/pages/", params={"type": page_type}).json()["items"][0]["url"]
    return path


def text_of(page: Page, path: str) -> str:
    page.goto(path)
    return page.locator("body").inner_text()


def today() -> datetime:
    return datetime.now(ZoneInfo("Europe/Stockholm"))


def swedish_date() -> str:
    return format_date(today(), "d MMMM y", locale="sv")
