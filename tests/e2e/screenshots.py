"""Pictures of every template of a running site: `python -m tests.e2e.screenshots [address] [folder]`.

The addresses come from the site's own API, so it works on any content. Run by `make screenshots`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, sync_playwright

from tests.browser import browser_arguments, browser_path

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
# Pictures further down load when they are scrolled to, which a full-page picture never does.
LOAD_ALL = """() => Promise.all([...document.images].map(image => {
    image.loading = "eager";
    return image.decode().catch(() => {});
}))"""
TYPES = {
    "home": "home.HomePage",
    "press-index": "articles.PressIndexPage",
    "press-release": "articles.PressReleasePage",
    "information": "articles.InformationPage",
    "accessibility-statement": "articles.AccessibilityStatementPage",
    "request": "articles.RequestPage",
}
RECEIPT = "KXTM-PWRA-HJCH"  # whole, and nobody's


def addresses(base: str) -> dict[str, str]:
    """A path of each template by the name of its pictures."""
    found = {
        "agencies": "/myndigheter/",
        "topics": "/amnen/",
        "audiences": "/du-ar/",
        "search": "/sok/?q=brott",
        "search-empty": "/sok/",
        "search-without-hits": "/sok/?q=skatebrott",
        "press-index-narrowed": "/press/?typ=nyhet",
        "press-index-without-any": "/press/?typ=nyhet&ar=1999",
        "not-found": "/finns-inte/",
        "english": "/en/",
    }
    with httpx.Client(base_url=f"{base}/api/v2/", timeout=30) as api:
        for name, page_type in TYPES.items():
            items = items_of(api, "pages/", type=page_type, locale="sv", order="published_at", limit=100)
            for page in items[:1]:
                found[name] = page["url"]
        found["receipt"] = f"{found['request']}?kvitto={RECEIPT}"
        found["thanks"] = f"{found['information']}?svar=mottaget"
        for name in ("agency", "topic", "audience"):
            plural = "agencies" if name == "agency" else f"{name}s"
            for thing in items_of(api, f"{plural}/", locale="sv", limit=100)[:1]:
                found[name] = thing["urls"]["sv"] if "urls" in thing else thing["url"]
        found |= pages_with_blocks(api)
    return found


def pages_with_blocks(api: httpx.Client) -> dict[str, str]:
    """As many pages as it takes to see every type of block, by the first block that each adds."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    for page in items_of(api, "pages/", locale="sv", order="published_at", limit=100):
        body = api.get(f"pages/{page['id']}/").raise_for_status().json().get("body", [])
        new = {block["type"] for block in body} - seen
        if new:
            found[f"with-{min(new).replace('_', '-')}"] = page["url"]
            seen |= new
    return found


def items_of(api: httpx.Client, path: str, **filters: str | int) -> list[dict[str, Any]]:
    """The items of a list; an error of the API ends the run."""
    answer = api.get(path, params=filters)
    answer.raise_for_status()
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def take(browser: Browser, base: str, paths: dict[str, str], folder: Path) -> Iterator[Path]:
    """A full-page picture of each path, width and scheme."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            with browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            ) as context:
                page = context.new_page()
                for name, path in paths.items():
                    page.goto(base + path)
                    page.evaluate(LOAD_ALL)
                    target = folder / f"{name}-{width}-{scheme}.png"
                    page.screenshot(path=target, full_page=True)
                    yield target


def main() -> None:
    """Take them all and name each as it is done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", nargs="?", default="http://localhost:3000")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("var/screenshots"))
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    base = arguments.base.rstrip("/")
    paths = addresses(base)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=browser_arguments())
        for target in take(browser, base, paths, arguments.folder):
            print(target)
        browser.close()


if __name__ == "__main__":
    main()
