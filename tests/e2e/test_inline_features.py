"""Abbreviations and languages in the text editor of a real browser: marked, saved, opened, published, read."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.e2e.admin import Editor, fill

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MEANING = "Brottsförebyggande rådet"


CARET = """element => {
    const before = document.createRange(), selection = getSelection();
    before.setStart(element, 0);
    before.setEnd(selection.focusNode, selection.focusOffset);
    return before.toString().length;
}"""


def select(page: Page, text: Locator, words: str) -> None:
    """Mark words with the keyboard; a selection made by script can be lost to one that the editor sets back.

    The caret is looked at after each step: at the edge of a mark it takes two.
    """
    start = text.inner_text().index(words)
    text.click()
    text.press("Control+Home")
    for key, goal in (("ArrowRight", start), ("Shift+ArrowRight", start + len(words))):
        while text.evaluate(CARET) < goal:
            page.keyboard.press(key)
    assert page.evaluate("getSelection().toString()") == words


def tool(page: Page, name: str) -> Locator:
    """A tool of the text editor."""
    return page.get_by_role("button", name=re.compile(f"^{name}", re.IGNORECASE))


def mark_abbreviation(page: Page, answer: str | None) -> list[str]:
    """Press the tool and answer its question; None is "cancel". What was asked."""
    asked: list[str] = []

    def reply(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept(answer) if answer is not None else dialog.dismiss()

    page.once("dialog", reply)
    tool(page, "Förkortning").click()
    return asked


def mark_as_english(page: Page, text: Locator, words: str) -> None:
    """The editor may not have heard of the selection yet, and mark the one before: who sees that takes it back."""
    marked = text.locator("[style*=dotted]")
    for _attempt in range(3):
        select(page, text, words)
        tool(page, "Engelska").click()
        expect(marked).to_have_count(1)
        if marked.inner_text() == words:
            return
        page.keyboard.press("Control+z")
        expect(marked).to_have_count(0)
    pytest.fail(f"The editor doesn't mark “{words}”.")


def test_marks_survive_the_editor(editor: Editor, visitor: Page) -> None:
    page = editor.page
    editor.begin_release("Rapport om tillgrepp")
    fill(page, "Ingress", "En rapport.")
    editor.add_agency("Skatteverket", "sender")
    block = editor.add_block("Text")
    editor.write(block, "Enligt rapporten från Brå, Final report, kostar den 50 kr.")
    text = block.locator("[contenteditable=true]")

    select(page, text, "Brå")
    assert mark_abbreviation(page, None) == ["Vad står förkortningen för?"]
    expect(text.locator(".TooltipEntity")).to_have_count(0)
    select(page, text, "Brå")
    mark_abbreviation(page, MEANING)
    expect(text.locator(".TooltipEntity")).to_have_text("Brå")
    mark_as_english(page, text, "Final report")

    editor.save_draft()
    again = editor.blocks.last.locator("[contenteditable=true]")
    expect(again.locator(".TooltipEntity")).to_have_text("Brå")
    again.locator(".TooltipEntity").click()
    expect(page.get_by_role("tooltip")).to_contain_text(MEANING)
    page.keyboard.press("Escape")

    editor.publish()
    editor.message.get_by_role("link", name="Visa publicerad").click()
    expect(page.locator("article h1")).to_be_visible()
    visitor.goto(httpx.URL(page.url).path)
    prose = visitor.locator(".prose")
    expect(prose.locator("abbr")).to_have_attribute("title", MEANING)
    expect(prose.locator("span[lang=en]")).to_have_text("Final report")
    assert "50\N{NO-BREAK SPACE}kr" in prose.inner_text()
