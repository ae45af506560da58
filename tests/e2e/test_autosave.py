"""What an editor sends and what Wagtail saves by itself never meet."""

from __future__ import annotations

import re
from contextlib import suppress

import httpx
import pytest
from playwright.sync_api import Request, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.e2e.admin import Editor, fill
from tests.e2e.running import System
from tests.e2e.screenshots import items_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FORM = re.compile(r"/admin/pages/(add/articles/pressreleasepage/\d+|\d+/edit)/$")


def write_until_autosaving(editor: Editor) -> None:
    """Wagtail looks for changes only some seconds after a form was opened, and when a field is left."""
    for number in range(1, 40):
        fill(editor.page, "Ingress", "Ord. " * number)
        editor.page.keyboard.press("Tab")
        with suppress(PlaywrightTimeout):
            editor.page.wait_for_selector("[data-w-autosave-state-value=saving]", timeout=1500)
            return
    raise AssertionError("nothing is autosaved")


def is_saving(request: Request) -> bool:
    return request.method == "POST" and bool(FORM.search(request.url))


def test_saving_waits_for_an_autosave_under_way(editor: Editor) -> None:
    seen: list[str] = []

    def note(request: Request, what: str) -> None:
        if is_saving(request):
            by_itself = request.headers.get("accept") == "application/json"
            seen.append(f"{'autosave' if by_itself else 'save'} {what}")

    editor.begin_release("Sparas av sig själv")
    editor.page.on("request", lambda request: note(request, "begins"))
    editor.page.on("requestfinished", lambda request: note(request, "ends"))
    write_until_autosaving(editor)
    editor.save_draft()
    assert seen == ["autosave begins", "autosave ends", "save begins", "save ends"]
    expect(editor.message).to_contain_text("Sparas av sig själv")


def test_looking_at_a_published_page_saves_nothing(system: System, editor: Editor) -> None:
    with httpx.Client(base_url=f"{system.site}/api/v2/") as api:
        release = items_of(api, "pages/", type="articles.PressReleasePage", order="published_at", limit=1)[0]
    saved: list[str] = []
    editor.page.on("request", lambda request: saved.append(request.url) if is_saving(request) else None)
    editor.open(release["id"])
    editor.page.get_by_role("button", name="Fler åtgärder").click()
    editor.page.keyboard.press("Escape")
    editor.page.get_by_title("Lägg till ett block").last.click()
    editor.page.keyboard.press("Escape")
    editor.page.wait_for_timeout(12_000)
    assert saved == []
