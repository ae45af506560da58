"""What the pictures of the editors' guide show: for each, the way there and the parts of the admin that it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Locator, Page, expect

from tests.e2e.admin import Editor, fill

RELEASE: Final = "Slutrapport om insatsen mot organiserad brottslighet"
LEAVE: Final = "() => document.activeElement.blur()"

Shot = Callable[[Page], list[Locator]]
"""From the admin's first page to what is to be seen: the parts that the picture holds, the uppermost first."""


def start(page: Page) -> list[Locator]:
    """The first page."""
    return [page.locator("[aria-labelledby=start-panel]"), page.locator("[aria-labelledby=review-panel]")]


def block_menu(page: Page) -> list[Locator]:
    """The menu of blocks."""
    open_release(page)
    page.get_by_title("Lägg till ett block").first.click()
    return [page.locator(".w-combobox")]


def publish_menu(page: Page) -> list[Locator]:
    """The way to publish."""
    open_release(page)
    page.get_by_role("button", name="Fler åtgärder").click()
    return [page.locator("[data-tippy-root]"), page.get_by_role("button", name="Spara utkast")]


def faults(page: Page) -> list[Locator]:
    """What the form says of a quotation by nobody."""
    page.get_by_role("link", name="Nytt pressmeddelande (Svenska)").click()
    fill(page, "Rubrik", "Rapporten är klar")
    editor = Editor(page)
    fill(editor.add_block("Citat"), "Det som sägs", "Vi ser mer när vi arbetar tillsammans.")
    editor.publish()
    return [page.get_by_text("Block 1 (Citat), Namn"), editor.blocks.last.get_by_label("Namn")]


def change(page: Page) -> list[Locator]:
    """What is asked on a page that readers see."""
    open_release(page)
    Editor(page).say_change("Rättelse", "Antalet bussar var 14, inte 41 som vi först skrev.")
    page.evaluate(LEAVE)
    return [panel(page, "Ändring av en publicerad sida")]


def schedule(page: Page) -> list[Locator]:
    """When a page is to be published."""
    open_release(page)
    page.get_by_role("button", name="Status").first.click()
    page.get_by_role("button", name="Sätt schema").click()
    return [page.locator(".w-dialog__box:visible")]


def unpublish(page: Page) -> list[Locator]:
    """What is asked when a page is taken down."""
    open_release(page)
    Editor(page).ask_to_unpublish()
    fill(page, "Varför avpubliceras sidan", "Uppgifterna har ersatts av årets rapport.")
    page.evaluate(LEAVE)
    return [
        page.get_by_role("heading", level=1),
        page.get_by_label("Varför avpubliceras sidan"),
        page.get_by_role("link", name="Nej, avpublicera inte"),
    ]


def upload(page: Page) -> list[Locator]:
    """What is asked about a picture."""
    page.get_by_role("link", name="Nytt pressmeddelande (Svenska)").click()
    page.get_by_role("button", name="Välj en bild").click()
    dialog = page.locator(".modal-content")
    dialog.get_by_role("tab", name="Ladda upp").click()
    fill(dialog, "Titel", "Kontroll i hamnen")
    shows = dialog.get_by_role("textbox", name="Vad bilden visar", exact=True)
    shows.fill("En tulltjänsteman öppnar bagageluckan på en buss i hamnen.")
    fill(dialog, "Fotograf", "Foto: Anna Ek")
    page.evaluate(LEAVE)
    return [dialog.locator("label", has_text="Titel"), dialog.get_by_label("Licens")]


def emergency(page: Page) -> list[Locator]:
    """An emergency notice."""
    page.get_by_role("link", name="Krisinformation").click()
    fill(page, "Rubrik", "Telefonväxeln ligger nere")
    fill(page, "Text", "Ring 08-465 004 99 tills felet är avhjälpt. Du kan också skriva till oss.")
    page.evaluate(LEAVE)
    return [panel(page, "Typ"), panel(page, "När")]


def fee(page: Page) -> list[Locator]:
    """The amounts of a fee schedule."""
    page.get_by_role("button", name="Webbplatsen", exact=True).click()
    page.get_by_role("link", name="Avgifter", exact=True).click()
    page.get_by_role("link", name="Kopior av allmänna handlingar").click()
    return [
        page.get_by_role("heading", name="Avgift 1", exact=True),
        page.get_by_label("Varje sida därutöver").first,
    ]


def history(page: Page) -> list[Locator]:
    """What an agency was called before."""
    page.get_by_role("link", name="Myndigheter", exact=True).click()
    page.get_by_role("link", name="Migrationsverket", exact=True).click()
    return [panel(page, "Historik")]


SHOTS: Final[dict[str, Shot]] = {
    "startsidan": start,
    "blockmenyn": block_menu,
    "publicera": publish_menu,
    "det-som-saknas": faults,
    "andringen": change,
    "avpublicera": unpublish,
    "ladda-upp": upload,
    "krisinformation": emergency,
    "avgiften": fee,
    "historiken": history,
    "schemat": schedule,  # last: the side panel that it opens stays open
}


def open_release(page: Page) -> None:
    """The form of a release that readers see."""
    page.get_by_role("link", name="Pressmeddelanden", exact=True).click()
    page.get_by_role("link", name=RELEASE).first.click()
    expect(page.get_by_role("button", name="Spara utkast")).to_be_visible()


def panel(page: Page, heading: str) -> Locator:
    """A part of a form, by its heading."""
    return page.locator(".w-panel", has=page.get_by_role("heading", name=heading)).last
