"""A walk through a page with the Tab key, and what somebody who sees the page would say of it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import Page

STOPS = "".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("audit.js", "stops.js")
)
MOST = 400  # stops; more is a trap, or a page that nobody gets through
READABLE = 4.5
SMALLEST = 24  # px, WCAG 2.2, 2.5.8
AROUND = 6  # px around a stop that the mark of focus may take
Stop = dict[str, Any]


def walk(page: Page) -> Iterator[Stop]:
    """Each stop from the top of the page on, until the keyboard leaves the page. AssertionError when it doesn't."""
    first = None
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop: Stop | None = page.evaluate("stop()")
        if stop is None or stop["number"] == first:
            return
        first = first or stop["number"]
        yield stop
    raise AssertionError("the keyboard is trapped")


def complaints(stops: list[Stop]) -> Iterator[str]:
    """What is wrong with the stops of a page, one by one and in their order."""
    numbers = [stop["number"] for stop in stops]
    if numbers != sorted(numbers):
        yield "the keyboard doesn't follow the text"
    for before, stop in zip([None, *stops], stops, strict=False):
        yield from (f"{fault}: {stop['name']}" for fault in faults(stop))
        if before and is_back(before, stop):
            yield f"back up from {before['name']} to {stop['name']}"


def faults(stop: Stop) -> Iterator[str]:
    """Of one stop."""
    if not stop["seen"]:
        yield "out of sight"
    if not stop["visible"] and not stop["player"]:
        yield "no mark of focus"
    if stop["contrast"] < READABLE:
        yield f"text of {stop['contrast']:.2f}:1"
    if stop["hidden"]:
        yield "something lies on it"
    if not stop["inline"] and min(stop["target"]["width"], stop["target"]["height"]) < SMALLEST - 0.5:
        yield f"{stop['target']['width']:.0f} × {stop['target']['height']:.0f} px"


def is_back(before: Stop, stop: Stop) -> bool:
    """Whether the eye would have to jump up in the column that it is in."""
    above = stop["y"] + stop["height"] <= before["y"] + 1
    left, right = (
        max(each["x"] for each in (before, stop)),
        min(each["x"] + each["width"] for each in (before, stop)),
    )
    return above and left < right - 1


def change(page: Page, stop: Stop) -> tuple[int, float]:
    """How many pixels the focus changes by 3:1 or more around a stop, and how many its edge has, 1 px wide."""
    clip = {
        "x": max(stop["x"] - AROUND, 0),
        "y": max(stop["y"] - AROUND, 0),
        "width": stop["width"] + 2 * AROUND,
        "height": stop["height"] + 2 * AROUND,
    }
    marked = picture(page, clip)
    page.evaluate("window.last = document.activeElement; last.blur()")
    plain = picture(page, clip)
    page.evaluate("last.focus({ focusVisible: true })")
    return strongly_changed(plain, marked), 2 * (stop["width"] + stop["height"])


def picture(page: Page, clip: dict[str, float]) -> Image.Image:
    """A part of the page as it looks now."""
    taken = page.screenshot(clip=clip, full_page=True, animations="disabled", caret="hide")  # type: ignore[arg-type]
    return Image.open(BytesIO(taken)).convert("RGB")


def strongly_changed(plain: Image.Image, marked: Image.Image) -> int:
    """Pixels whose two colours have a contrast of 3:1."""
    difference = ImageChops.difference(plain, marked).convert("L").point(lambda value: 255 if value else 0)
    changed = [at for at, value in enumerate(difference.tobytes()) if value]
    before, after = plain.tobytes(), marked.tobytes()
    return sum(ratio(before[3 * at : 3 * at + 3], after[3 * at : 3 * at + 3]) >= 3 for at in changed)


def ratio(one: bytes, other: bytes) -> float:
    """WCAG's contrast of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: bytes) -> float:
    """WCAG's relative luminance."""
    red, green, blue = (LINEAR[channel] for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LINEAR = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in range(256))]
