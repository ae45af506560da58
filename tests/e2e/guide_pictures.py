"""Pictures of the admin for the editors' guide and the README: `python -m tests.e2e.guide_pictures PASSWORD`.

Works on a running demo as an editor does, and saves nothing there. Run by `make guide-pictures`; look at each picture
before it is committed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FloatRect,
    Locator,
    Route,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser import browser_arguments, browser_path
from tests.e2e.admin import Editor
from tests.e2e.guide_shots import SHOTS, publish_menu
from tests.e2e.screenshots import LOAD_ALL

DOCS: Final = Path(__file__).parents[2] / "docs"
GUIDE: Final = DOCS / "redaktor" / "bilder"
README: Final = DOCS / "pictures"
MARGIN: Final = 16
MOST_BYTES: Final = 60 * 1024
MOST_BYTES_OF_A_SCREEN: Final = 140 * 1024
PATIENCE: Final = 60_000
BELOW_THE_BAR: Final = "part => { part.style.scrollMarginTop = '150px'; part.scrollIntoView(); }"


def take_for_guide(context: BrowserContext) -> Iterator[Path]:
    """Each in a window of its own, so that none is stopped by what another left unsaved."""
    for name, shot in SHOTS.items():
        page = context.new_page()
        page.goto("/admin/")
        parts = shot(page)
        parts[0].evaluate(BELOW_THE_BAR)
        page.mouse.move(0, 0)
        page.wait_for_timeout(500)  # for what slides or fades in
        yield keep(page.screenshot(clip=around(parts)), GUIDE / f"{name}.png", MOST_BYTES)
        page.close()


def take_for_readme(context: BrowserContext, site: str) -> Iterator[Path]:
    """A whole screen of the site and of the admin."""
    page = context.new_page()
    page.goto(site)
    page.evaluate(LOAD_ALL)
    yield keep(page.screenshot(), README / "site.png", MOST_BYTES_OF_A_SCREEN)
    page.goto("/admin/")
    publish_menu(page)
    page.wait_for_timeout(500)
    yield keep(page.screenshot(), README / "admin.png", MOST_BYTES_OF_A_SCREEN)


def around(parts: list[Locator]) -> FloatRect:
    """What holds all of them, with a margin."""
    boxes = [box for part in parts if (box := part.bounding_box())]
    left, top = (max(min(box[axis] for box in boxes) - MARGIN, 0) for axis in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def keep(picture: bytes, target: Path, most: int) -> Path:
    """Write it with as many colours as its size allows; ValueError when too few would be left."""
    whole = Image.open(BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64, 32):
        whole.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= most:
            return target
    raise ValueError(f"{target.name} is larger than {most} bytes.")


def refuse_autosave(route: Route) -> None:
    """A form is sent by script only when it saves itself."""
    by_itself = route.request.method == "POST" and route.request.resource_type in ("fetch", "xhr")
    route.abort() if by_itself else route.continue_()


@contextmanager
def desk(
    browser: Browser, base: str, password: str, size: ViewportSize, scale: float
) -> Iterator[BrowserContext]:
    """An editor's windows, in which nothing is saved by itself."""
    with browser.new_context(base_url=base, viewport=size, device_scale_factor=scale) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto("/admin/")
        Editor(page).log_in("admin", password)
        page.close()
        context.route("**/admin/**", refuse_autosave)
        yield context


def main() -> None:
    """Take them all and name each as it is done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("password", help="the administrator's")
    parser.add_argument("cms", nargs="?", default="http://localhost:8000")
    parser.add_argument("site", nargs="?", default="http://localhost:3000")
    arguments = parser.parse_args()
    GUIDE.mkdir(exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=browser_arguments())
        given = (browser, arguments.cms, arguments.password)
        with desk(*given, {"width": 1040, "height": 1300}, 1.5) as context:
            for target in take_for_guide(context):
                print(target)
        with desk(*given, {"width": 1280, "height": 900}, 1) as context:
            for target in take_for_readme(context, arguments.site):
                print(target)
        browser.close()


if __name__ == "__main__":
    main()
