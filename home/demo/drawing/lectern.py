"""A press room before it begins: an empty lectern, two flags, and the first who have taken their seats."""

import math
from collections.abc import Callable

from .canvas import Canvas, mix, smooth
from .figures import Look
from .palette import (
    ACCENT,
    AMBER,
    BARK,
    FROST,
    HAZE,
    INK,
    MIST,
    NIGHT,
    NOTICE,
    OCHRE,
    PAPER,
    SAND,
    SEA,
    STONE,
    SUN,
    UMBER,
)
from .sitting import from_behind

STAGE = 900
WALL = mix(ACCENT, SEA, 0.35)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, WALL)
    _wall(c)
    _stage(c)
    _flag(c, 690, mix(SEA, "#1f6fc0", 0.55), _cross)
    _flag(c, 880, mix(ACCENT, "#20409a", 0.6), _stars)
    _lectern(c)
    _camera(c, 2060, 900)
    _audience(c)
    return c


def _wall(c: Canvas) -> None:
    for x in range(0, 2400, 300):
        c.box(x, 80, 296, 760, mix(WALL, SEA, 0.18 if x % 600 else 0.3))
        c.box(x + 290, 80, 10, 760, mix(WALL, NIGHT, 0.5))
        c.box(x, 80, 4, 760, mix(WALL, MIST, 0.4))
    c.box(0, 0, 2400, 82, mix(NIGHT, INK, 0.35))
    for x in (420, 960, 1440, 1980):
        c.shape([(x - 30, 0), (x + 30, 0), (x + 40, 58), (x - 40, 58)], INK)
        c.box(x - 40, 56, 80, 12, mix(PAPER, SUN, 0.35))
    for x in (960, 1440):
        c.shape([(x - 40, 68), (x + 40, 68), (x + 330, STAGE + 60), (x - 330, STAGE + 60)], mix(PAPER, SUN, 0.25), 0.09)
    c.box(0, 840, 2400, 60, mix(NIGHT, ACCENT, 0.3))


def _stage(c: Canvas) -> None:
    wood = mix(OCHRE, UMBER, 0.55)
    c.box(0, STAGE, 2400, 450, mix(BARK, NIGHT, 0.45))
    c.shape([(260, 880), (2140, 880), (2260, 990), (140, 990)], mix(wood, SAND, 0.2))
    c.box(140, 990, 2120, 54, mix(wood, NIGHT, 0.45))
    c.shape([(760, 880), (1640, 880), (1760, 990), (640, 990)], mix(SAND, PAPER, 0.5), 0.22)
    c.box(140, 988, 2120, 6, mix(wood, PAPER, 0.5))


def _flag(c: Canvas, x: float, colour: str, emblem: Callable[[Canvas, float], None]) -> None:
    """A flag that hangs in folds from a pole; the emblem is drawn on the cloth."""
    c.shape([(x - 70, 956), (x - 46, 930), (x + 46, 930), (x + 70, 956)], mix(AMBER, BARK, 0.35))
    c.box(x - 6, 210, 12, 726, mix(AMBER, OCHRE, 0.4))
    c.box(x, 210, 6, 726, mix(OCHRE, BARK, 0.5))
    c.oval(x, 204, 17, 17, AMBER)
    c.shape(smooth([(x + 4, 240), (x + 90, 270), (x + 150, 400), (x + 164, 620), (x + 150, 800), (x + 96, 836), (x + 50, 806), (x + 4, 830)]), colour)
    emblem(c, x)
    for left, right in ((40, 62), (104, 122)):
        c.shape(smooth([(x + left, 262), (x + right, 420), (x + right + 8, 640), (x + right - 6, 818), (x + left + 4, 812), (x + left + 10, 620), (x + left, 420)]), INK, 0.22)


def _cross(c: Canvas, x: float) -> None:
    c.shape(smooth([(x + 66, 262), (x + 100, 290), (x + 108, 420), (x + 112, 620), (x + 104, 830), (x + 72, 822), (x + 74, 620), (x + 72, 420)]), SUN)
    c.shape(smooth([(x + 4, 470), (x + 80, 492), (x + 158, 520), (x + 162, 576), (x + 80, 552), (x + 4, 536)]), SUN)


def _stars(c: Canvas, x: float) -> None:
    for star in range(12):
        turn = star / 12 * math.tau
        cx, cy = x + 82 + 46 * math.cos(turn), 540 + 120 * math.sin(turn)
        points = [
            (cx + (13 if tip % 2 == 0 else 5.4) * math.sin(tip / 10 * math.tau), cy - (17 if tip % 2 == 0 else 7) * math.cos(tip / 10 * math.tau))
            for tip in range(10)
        ]
        c.shape(points, SUN)


def _lectern(c: Canvas) -> None:
    wood, x = mix(OCHRE, UMBER, 0.2), 1290
    c.shape([(x - 90, 968), (x + 160, 968), (x + 420, 990), (x + 120, 990)], INK, 0.3)
    c.box(x - 190, 936, 380, 32, mix(wood, NIGHT, 0.5))
    c.shape([(x - 150, 560), (x + 150, 560), (x + 128, 938), (x - 128, 938)], wood)
    c.shape([(x + 60, 560), (x + 150, 560), (x + 128, 938), (x + 54, 938)], mix(wood, NIGHT, 0.26))
    for dx in (-96, -40, 16):
        c.line([(x + dx, 600), (x + dx * 0.92, 920)], 3, mix(wood, NIGHT, 0.3))
    c.shape([(x - 200, 566), (x - 180, 490), (x + 180, 490), (x + 200, 566)], mix(wood, SAND, 0.4))
    c.box(x - 206, 562, 412, 30, mix(wood, NIGHT, 0.3))
    c.box(x - 206, 562, 412, 7, mix(wood, PAPER, 0.6))
    c.shape([(x - 96, 546), (x - 84, 500), (x + 20, 496), (x + 26, 542)], PAPER)
    for row in range(3):
        c.line([(x - 72, 510 + row * 11), (x + 4 - row * 14, 507 + row * 11)], 3.4, MIST)
    c.box(x + 110, 478, 34, 66, mix(HAZE, FROST, 0.5))
    c.box(x + 110, 500, 34, 44, mix(SEA, FROST, 0.55))
    c.oval(x - 12, 740, 74, 74, mix(wood, SAND, 0.45))
    c.oval(x - 12, 740, 62, 62, ACCENT)
    c.line([(x - 12, 694), (x - 12, 782)], 7, PAPER)
    c.line([(x - 56, 716), (x + 32, 716)], 7, PAPER)
    c.line([(x - 36, 784), (x + 12, 784)], 7, PAPER)
    for side in (-1, 1):
        pan = x - 12 + side * 42
        c.line([(pan - 18, 754), (pan, 718), (pan + 18, 754)], 3, PAPER)
        c.shape(smooth([(pan - 20, 754), (pan, 770), (pan + 20, 754)]), PAPER)


def _camera(c: Canvas, x: float, y: float) -> None:
    for foot in (-150, 0, 140):
        c.line([(x, y - 160), (x + foot, y + 330)], 13, INK)
    c.box(x - 22, y - 230, 44, 90, mix(INK, SEA, 0.3))
    c.box(x - 120, y - 400, 250, 172, INK)
    c.box(x - 120, y - 400, 250, 14, mix(INK, SEA, 0.5))
    c.shape([(x - 120, y - 362), (x - 220, y - 380), (x - 220, y - 250), (x - 120, y - 268)], mix(INK, SEA, 0.25))
    c.box(x + 130, y - 370, 46, 70, mix(INK, SEA, 0.2))
    c.line([(x - 60, y - 400), (x - 60, y - 440), (x + 70, y - 440), (x + 70, y - 400)], 13, INK)
    c.oval(x + 92, y - 360, 9, 9, NOTICE)


def _audience(c: Canvas) -> None:
    rows: tuple[tuple[float, float, float, tuple[tuple[float, Look | None, bool], ...]], ...] = (
        (1190, 210, 0.0, (
            (260, Look(coat=mix(STONE, BARK, 0.3), hair=mix(UMBER, INK, 0.35)), False), (560, None, False), (860, Look(coat=NOTICE, hair=INK, skin=UMBER), True),
            (1160, None, False), (1460, None, False), (1760, Look(coat=mix(OCHRE, AMBER, 0.3), hair=mix(STONE, PAPER, 0.3)), False),
        )),
        (1350, 260, 0.4, (
            (90, None, False), (470, Look(coat=mix(SEA, MIST, 0.3), hair=mix(INK, UMBER, 0.4)), True), (850, None, False), (1230, None, False),
            (1610, Look(coat=NIGHT, hair=mix(AMBER, OCHRE, 0.25)), False), (2230, None, False),
        )),
    )  # fmt: skip
    for foot, width, dark, seats in rows:
        for x, look, bun in seats:
            if look:
                from_behind(c, x, foot - width * 0.16, width, look, bun=bun)
            _chair(c, x, foot, width, dark)


def _chair(c: Canvas, x: float, foot: float, width: float, dark: float) -> None:
    seat, half = mix(mix(SEA, NIGHT, 0.45), INK, dark), width * 0.44
    c.shape(smooth([(x - half, foot + 30), (x - half, foot - width * 0.4), (x - half * 0.8, foot - width * 0.47), (x + half * 0.8, foot - width * 0.47), (x + half, foot - width * 0.4), (x + half, foot + 30)]), seat)
    c.shape([(x - half * 0.8, foot - width * 0.455), (x + half * 0.8, foot - width * 0.455), (x + half * 0.8, foot - width * 0.42), (x - half * 0.8, foot - width * 0.42)], mix(seat, MIST, 0.35))
    for leg in (-0.8, 0.74):
        c.box(x + half * leg, foot + 20, 12, 90, INK)
