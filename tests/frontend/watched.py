"""A browser page that tells all that ran, led away, or was built of parts that were not there before."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Browser, Dialog, Page, ProxySettings, Request, Response

BUILT = """() => [...new Set([...document.querySelectorAll("*")].flatMap(element =>
    ["", ...element.getAttributeNames()].map(name => `${element.localName} ${name}`)))]"""
LED_AWAY = """() => [...document.querySelectorAll("*")].flatMap(element =>
    ["href", "src", "action", "formaction", "poster", "data", "xlink:href"]
        .filter(name => element.hasAttribute(name))
        .map(name => [name, new URL(element.getAttribute(name), document.baseURI)])
        .filter(([name, url]) => ["href"].includes(name)
            ? !["http:", "https:", "mailto:", "tel:"].includes(url.protocol)
            : url.origin !== location.origin)
        .map(([name, url]) => `${element.localName} ${name}=${url}`))"""

# Where whatever leaves this machine would go: a route through Python would take each page a second.
NOWHERE: ProxySettings = {"server": "http://127.0.0.1:9", "bypass": "localhost"}


class Watched:
    """Nothing leaves `address`; scripts would run whatever the policy says, so that the policy hides no fault."""

    def __init__(self, browser: Browser, address: str, *, policy: bool = False) -> None:
        self._address = address
        self._context = browser.new_context(bypass_csp=not policy, proxy=NOWHERE)
        self.page: Page = self._context.new_page()
        self.page.on("request", self._asked)
        self.page.on("dialog", self._ran)
        self.page.on("framenavigated", lambda frame: self._went(frame.url))
        self.page.on("console", lambda said: self._blocked(said.text))
        self.happened: list[str] = []

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def look(self, url: str, harmless: Iterable[str], **options: str) -> list[str]:
        """All that is amiss with a page that is built of more than these parts."""
        self.happened.clear()
        answer = self.page.goto(self._address + url, **options)  # type: ignore[arg-type]
        return self.amiss(answer, harmless)

    def amiss(self, answer: Response | None, harmless: Iterable[str]) -> list[str]:
        """All that happened on the page that is shown, and all that is new in it."""
        assert answer
        new = set(self.parts()) - set(harmless)
        status = [str(answer.status)] if answer.status >= 500 else []
        return [*self.happened, *sorted(new), *self.page.evaluate(LED_AWAY), *status]

    def parts(self) -> list[str]:
        """The elements with their attributes."""
        built: list[str] = self.page.evaluate(BUILT)
        return built

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(f"{self._address}/"):
            self.happened.append(f"asked for {request.url}")

    def _ran(self, dialog: Dialog) -> None:
        self.happened.append(f"ran: {dialog.message}")
        dialog.dismiss()

    def _went(self, url: str) -> None:
        if not url.startswith(f"{self._address}/"):
            self.happened.append(f"went to {url}")

    def _blocked(self, said: str) -> None:
        if "Content Security Policy" in said:
            self.happened.append(said)
