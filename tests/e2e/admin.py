"""An editor at work: the admin's own pages, found by what stands on them in Swedish."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


def fill(place: Page | Locator, label: str, text: str) -> None:
    """Write in the one field whose label begins so; labels end in a mark when the field is required."""
    place.get_by_role("textbox", name=re.compile(f"^{label}")).fill(text)


class Editor:
    """One editor in one browser window; addresses are those of the CMS host."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def log_in(self, user: str, password: str) -> None:
        """From the admin's front door to its dashboard."""
        self.page.goto("/admin/")
        fill(self.page, "Användarnamn", user)
        self.page.get_by_label("Lösenord").fill(password)
        self.page.get_by_role("button", name="Logga in").click()
        expect(self.page).to_have_title(re.compile("^Startsida"))

    def begin_release(self, headline: str) -> None:
        """Through the menu to an empty form, and write the headline. With one press list there is nothing to choose."""
        self.page.get_by_role("link", name="Pressmeddelanden", exact=True).click()
        self.page.get_by_role("link", name="Lägg till pressmeddelande").click()
        fill(self.page, "Rubrik", headline)

    def add_block(self, name: str) -> Locator:
        """The block that now is the last one of the body."""
        self.page.get_by_title("Lägg till ett block").last.click()
        options = self.page.locator(".w-combobox__option")
        options.get_by_text(name, exact=True).last.click()
        return self.blocks.last

    def write(self, block: Locator, text: str) -> None:
        """Type into a block's rich text."""
        block.locator("[contenteditable=true]").click()
        self.page.keyboard.type(text)

    def add_agency(self, name: str, role: str) -> None:
        """Choose an agency in the chooser, by searching for it."""
        self.page.get_by_role("button", name=re.compile("^Lägg till myndighet", re.IGNORECASE)).click()
        row = self.page.locator("[data-inline-panel-child]:visible").last
        row.get_by_role("button", name=re.compile("^Välj (en )?myndighet")).click()
        dialog = self.page.locator(".modal-content")
        fill(dialog, "Sökterm", name)
        dialog.get_by_role("link", name=name, exact=True).click()
        row.get_by_label("Roll").select_option(role)

    def upload_main_picture(self, file: Path, title: str, description: str, credit: str) -> None:
        """Upload a picture in the chooser of the main picture."""
        self.page.get_by_role("button", name="Välj en bild").click()
        dialog = self.page.locator(".modal-content")
        dialog.get_by_role("tab", name="Ladda upp").click()
        dialog.get_by_label("Fil").set_input_files(file)
        fill(dialog, "Titel", title)
        fill(dialog, "Vad bilden visar(?!,)", description)
        fill(dialog, "Fotograf", credit)
        dialog.get_by_role("button", name="Ladda upp").click()
        expect(dialog).to_be_hidden()

    def save_draft(self) -> None:
        """Save; the form is as it was."""
        self._press("Spara utkast")

    def publish(self) -> None:
        """Publish; whether it succeeded is in `message`."""
        self.page.get_by_role("button", name="Fler åtgärder").click()
        self._press("Publicera")

    def open(self, page_id: int) -> None:
        """The form of a page that is there already."""
        self.page.goto(f"/admin/pages/{page_id}/edit/")

    def say_change(self, kind: str, note: str) -> None:
        """What the change to a public page amounts to."""
        self.page.get_by_role("radio", name=re.compile(f"^{kind}")).check()
        fill(self.page, "Vad som har ändrats", note)

    def ask_to_unpublish(self) -> None:
        """From a page's form to the question whether to take it down."""
        self.page.get_by_role("button", name="Fler åtgärder").click()
        self.page.get_by_role("link", name="Avpublicera").click()

    def choose_successor(self, title: str) -> None:
        """Where readers go instead, by searching for it."""
        self.page.get_by_role("button", name="Välj en sida").click()
        dialog = self.page.locator(".modal-content")
        fill(dialog, "Sök", title)
        dialog.get_by_role("link", name=title, exact=True).click()
        expect(dialog).to_be_hidden()

    def confirm_unpublish(self) -> None:
        """Yes."""
        self._press("Ja, avpublicera den")

    @property
    def blocks(self) -> Locator:
        """The blocks of the body, in order."""
        return self.page.locator("#body-root [data-streamfield-child]")

    @property
    def message(self) -> Locator:
        """What the admin says at the top of the page."""
        return self.page.locator(".messages")

    def _press(self, button: str) -> None:
        # Not "navigation": an autosave changes the address, and counts as one.
        with self.page.expect_event("load"):
            self.page.get_by_role("button", name=button, exact=True).click()
