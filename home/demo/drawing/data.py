"""A dark room at night: someone before three screens, following money through a net of accounts."""

import math
from random import Random

from .canvas import Canvas, Point, mix, smooth
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
    RUST,
    SAND,
    SEA,
    STONE,
    SUN,
    UMBER,
)
from .sitting import from_behind

DESK = 1010
WALL = mix(NIGHT, ACCENT, 0.45)
GLASS = mix(INK, NIGHT, 0.6)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, WALL)
    _room(c)
    _window(c)
    _desk(c)
    for left, top, width, height in ((150, 430, 560, 420), (780, 320, 840, 530), (1690, 430, 560, 420)):
        _screen(c, left, top, width, height)
    _columns(c, 150, 430)
    _net(c, 780, 320)
    _ledger(c, 1690, 430)
    _things(c)
    _analyst(c)
    return c


def _room(c: Canvas) -> None:
    for radius, tone in ((1150, 0.12), (860, 0.24), (600, 0.36)):
        c.oval(1200, 600, radius, radius * 0.72, mix(WALL, SEA, tone))
    c.box(0, 0, 2400, 60, mix(WALL, INK, 0.35))
    for x in (0, 2180):
        c.box(x, 60, 220, 950, mix(WALL, INK, 0.22), 0.5)


def _window(c: Canvas) -> None:
    c.box(1880, 96, 400, 270, mix(NIGHT, INK, 0.5))
    c.box(1892, 108, 376, 246, mix(NIGHT, SEA, 0.35))
    c.oval(2190, 168, 30, 30, mix(PAPER, SUN, 0.3))
    rng = Random(4)
    for x in range(1892, 2268, 47):
        top = rng.uniform(220, 300)
        c.box(x, top, 47, 354 - top, mix(NIGHT, INK, 0.4))
        for pane in range(3):
            if rng.random() < 0.6:
                c.box(x + 9 + pane * 13, top + 14 + 20 * rng.randint(0, 1), 7, 10, AMBER)
    for x in (2014, 2142):
        c.box(x, 108, 8, 246, mix(NIGHT, INK, 0.5))
    for y in range(112, 200, 18):
        c.box(1892, y, 376, 6, mix(MIST, NIGHT, 0.55))


def _desk(c: Canvas) -> None:
    wood = mix(OCHRE, UMBER, 0.5)
    c.box(0, DESK, 2400, 340, mix(wood, NIGHT, 0.62))
    c.box(0, DESK, 2400, 14, mix(wood, SAND, 0.1))
    c.shape([(560, DESK + 14), (1840, DESK + 14), (2100, 1350), (300, 1350)], mix(wood, NIGHT, 0.46))
    c.shape([(800, DESK + 14), (1600, DESK + 14), (1730, 1350), (670, 1350)], mix(MIST, wood, 0.5), 0.3)


def _screen(c: Canvas, left: float, top: float, width: float, height: float) -> None:
    middle = left + width / 2
    c.shape([(middle - 40, top + height), (middle + 40, top + height), (middle + 52, DESK + 10), (middle - 52, DESK + 10)], mix(INK, SEA, 0.3))
    c.shape([(middle - 150, DESK + 22), (middle - 120, DESK), (middle + 120, DESK), (middle + 150, DESK + 22)], mix(INK, SEA, 0.18))
    c.box(left - 14, top - 14, width + 28, height + 34, INK)
    c.box(left - 14, top - 14, width + 28, 4, mix(SEA, MIST, 0.4))
    c.box(left, top, width, height, GLASS)
    c.box(left, top, width, 34, mix(GLASS, SEA, 0.4))
    for dot, colour in enumerate((RUST, AMBER, MIST)):
        c.oval(left + 24 + dot * 26, top + 17, 7, 7, colour)


def _columns(c: Canvas, left: float, top: float) -> None:
    for line in range(4):
        c.box(left + 40, top + 90 + line * 62, 480, 2, mix(GLASS, MIST, 0.35))
    heights = (58, 84, 74, 120, 102, 150, 136, 196)
    for bar, tall in enumerate(heights):
        c.box(left + 52 + bar * 58, top + 276 - tall, 36, tall, AMBER if bar == 7 else SEA)
        c.box(left + 52 + bar * 58, top + 276 - tall, 10, tall, mix(AMBER, PAPER, 0.5) if bar == 7 else MIST)
    c.box(left + 40, top + 276, 480, 4, HAZE)
    for row, length in enumerate((300, 420, 220)):
        c.box(left + 40, top + 312 + row * 32, length, 13, mix(GLASS, HAZE, 0.5))
        c.box(left + 480, top + 312 + row * 32, 40, 13, mix(GLASS, AMBER, 0.7) if row == 1 else mix(GLASS, HAZE, 0.5))


def _net(c: Canvas, left: float, top: float) -> None:
    """Accounts in three rings around the one that all the money ends in."""
    rng = Random(11)
    hub = (left + 420, top + 286)
    inner = [_around(hub, turn / 6 + 0.04, 128, 106) for turn in range(6)]
    outer = [_around(hub, turn / 15 + rng.uniform(-0.012, 0.012), rng.uniform(270, 380), rng.uniform(168, 206)) for turn in range(15)]
    for place, end in enumerate(outer):
        hot = place in (2, 3, 4, 11)
        start = min(inner, key=lambda each: math.dist(each, end))
        c.line([start, end], 5 if hot else 2.6, AMBER if hot else mix(GLASS, MIST, 0.6))
        if place % 3 == 0:
            c.line([end, outer[(place + 1) % 15]], 2.4, mix(GLASS, MIST, 0.45))
    for place, end in enumerate(inner):
        c.line([hub, end], 6 if place in (1, 4) else 3.4, AMBER if place in (1, 4) else mix(GLASS, HAZE, 0.6))
    for place, (x, y) in enumerate(outer):
        hot = place in (2, 3, 4, 11)
        c.oval(x, y, 15, 15, AMBER if hot else SEA)
        c.oval(x - 3, y - 3, 7, 7, mix(AMBER, PAPER, 0.6) if hot else HAZE)
    for place, (x, y) in enumerate(inner):
        c.oval(x, y, 23, 23, AMBER if place in (1, 4) else mix(SEA, MIST, 0.6))
        c.oval(x - 4, y - 4, 11, 11, PAPER)
    c.oval(*hub, 46, 46, RUST)
    c.oval(*hub, 34, 34, NOTICE)
    c.oval(hub[0] - 8, hub[1] - 8, 13, 13, mix(RUST, PAPER, 0.5))


def _around(middle: Point, turn: float, rx: float, ry: float) -> Point:
    return middle[0] + rx * math.cos(turn * math.tau), middle[1] + ry * math.sin(turn * math.tau)


def _ledger(c: Canvas, left: float, top: float) -> None:
    rng = Random(7)
    for row in range(10):
        y = top + 62 + row * 34
        if row == 4:
            c.box(left + 16, y - 9, 528, 33, mix(GLASS, OCHRE, 0.6))
        tone = AMBER if row == 4 else mix(GLASS, HAZE, 0.62)
        c.box(left + 32, y, 62, 13, tone)
        c.box(left + 122, y, rng.uniform(120, 230), 13, tone)
        length = rng.uniform(50, 116)
        c.box(left + 528 - length, y, length, 13, tone)


def _things(c: Canvas) -> None:
    c.shape([(90, 1130), (330, 1096), (420, 1180), (170, 1224)], mix(PAPER, NIGHT, 0.3))
    c.shape([(130, 1120), (356, 1076), (440, 1156), (204, 1204)], mix(PAPER, NIGHT, 0.14))
    for row in range(4):
        c.line([(190 + row * 22, 1126 + row * 18), (340 + row * 18, 1098 + row * 17)], 5, mix(MIST, NIGHT, 0.2))
    c.shape([(1900, 1100), (2010, 1100), (1998, 1222), (1912, 1222)], PAPER)
    c.shape([(1962, 1100), (2010, 1100), (1998, 1222), (1956, 1222)], mix(PAPER, MIST, 0.6))
    c.oval(1955, 1100, 55, 12, BARK)
    c.line(smooth([(2008, 1124), (2054, 1128), (2050, 1176), (2002, 1186)]), 13, mix(PAPER, MIST, 0.5))
    c.line(smooth([(1940, 1080), (1926, 1050), (1952, 1026), (1938, 996)]), 5, mix(FROST, NIGHT, 0.35))
    for place, colour in enumerate((RUST, SAND, SEA)):
        c.box(2110, 1170 - place * 44, 220, 42, mix(colour, NIGHT, 0.2))
        c.box(2110, 1178 - place * 44, 14, 24, mix(PAPER, NIGHT, 0.2))


def _analyst(c: Canvas) -> None:
    c.shape([(930, 1160), (1470, 1160), (1520, 1222), (880, 1222)], INK)
    for row in range(3):
        for key in range(16):
            c.box(920 + key * 35 - row * 8, 1168 + row * 17, 27, 11, mix(SEA, STONE, 0.35))
    from_behind(c, 1200, 1392, 500, Look(coat=mix(RUST, NOTICE, 0.5), hair=mix(INK, UMBER, 0.45)))
    c.shape(smooth([(1010, 1350), (1004, 1276), (1040, 1238), (1200, 1228), (1360, 1238), (1396, 1276), (1390, 1350)]), mix(NIGHT, INK, 0.5))
    c.shape(smooth([(1010, 1350), (1004, 1276), (1040, 1238), (1120, 1231), (1056, 1252), (1030, 1290), (1034, 1350)]), mix(SEA, NIGHT, 0.4))
