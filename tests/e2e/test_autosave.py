"""What an editor sends and what Wagtail saves by itself never meet."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Request, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.e2e.admin import Editor, fill

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


def test_saving_waits_for_an_autosave_under_way(editor: Editor) -> None:
    seen: list[str] = []

    def note(request: Request, what: str) -> None:
        if request.method == "POST" and FORM.search(request.url):
            by_itself = request.headers.get("accept") == "application/json"
            seen.append(f"{'autosave' if by_itself else 'save'} {what}")

    editor.begin_release("Sparas av sig själv")
    editor.page.on("request", lambda request: note(request, "begins"))
    editor.page.on("requestfinished", lambda request: note(request, "ends"))
    write_until_autosaving(editor)
    editor.save_draft()
    assert seen == ["autosave begins", "autosave ends", "save begins", "save ends"]
    expect(editor.message).to_contain_text("Sparas av sig själv")
