"""A small drawing surface: flat shapes on paper, drawn large and scaled down so that edges are smooth."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]

OVERSIZE = 3
"""Every picture is drawn this many times larger than it is saved."""

COLOURS = 256
"""Enough for every shape and its edges; a PNG with a palette weighs half of one without."""


def smooth(points: Sequence[Point], steps: int = 14) -> list[Point]:
    """Return a Catmull-Rom curve through the points, open at both ends."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return [*curve, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)

    return axis(a[0], b[0], c[0], d[0]), axis(a[1], b[1], c[1], d[1])


def mix(one: str, other: str, share: float) -> str:
    """Return the colour that lies `share` (0-1) of the way from one to the other, both as #rrggbb."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Canvas:
    """A picture in the making; all measures are in pixels of the saved picture."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * OVERSIZE, height * OVERSIZE), ground)
        self._draw = ImageDraw.Draw(self._image)

    def shape(self, points: Iterable[Point], colour: str, opacity: float = 1.0) -> None:
        """Fill a polygon, or lay it as a veil over what is there when opacity is below 1."""
        large = [(x * OVERSIZE, y * OVERSIZE) for x, y in points]
        if opacity >= 1:
            self._draw.polygon(large, fill=colour)
            return
        left, top = (max(0, math.floor(min(p[axis] for p in large))) for axis in (0, 1))
        right, bottom = (min(self._image.size[axis], math.ceil(max(p[axis] for p in large)) + 1) for axis in (0, 1))
        if right <= left or bottom <= top:
            return
        veil = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(veil).polygon([(x - left, y - top) for x, y in large], fill=round(255 * opacity))
        self._image.paste(colour, (left, top, right, bottom), veil)

    def box(self, x: float, y: float, width: float, height: float, colour: str, opacity: float = 1.0) -> None:
        """Fill a rectangle given by its upper left corner and size."""
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour, opacity)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: str, opacity: float = 1.0) -> None:
        """Fill an ellipse given by its centre and radii."""
        turns = (math.tau * step / 96 for step in range(96))
        self.shape([(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns], colour, opacity)

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draw a line of even width with rounded joints and ends."""
        large = [(x * OVERSIZE, y * OVERSIZE) for x, y in points]
        self._draw.line(large, fill=colour, width=max(1, round(width * OVERSIZE)), joint="curve")
        if width >= 3:
            for x, y in (points[0], points[-1]):
                self.oval(x, y, width / 2, width / 2, colour)

    def save(self, path: Path) -> None:
        """Write the picture as a PNG, scaled down to its real size and to the colours that flat shapes need."""
        picture = self._image.reduce(OVERSIZE)
        # Maximum coverage keeps the colours of what is small, such as a face; the usual way gives them up.
        picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)
