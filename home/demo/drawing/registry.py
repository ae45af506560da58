"""A registry: a wall of pigeonholes, the post of the day on the table, and the registrar who knows where it goes."""

from random import Random

from .canvas import Canvas, mix, smooth
from .figures import Look, person
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
    PEACH,
    RUST,
    SAND,
    SEA,
    SKIN,
    STONE,
    SUN,
    UMBER,
)

WALL = mix(SAND, PEACH, 0.35)
WOOD = mix(OCHRE, UMBER, 0.4)
TABLE = 1020


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, WALL)
    _room(c)
    _clock(c)
    _pigeonholes(c)
    _trolley(c)
    _registrar(c)
    _table(c)
    _post(c)
    _stamp(c, 1060, 1004)
    _binders(c)
    return c


def _room(c: Canvas) -> None:
    c.box(0, 0, 2400, 70, mix(WALL, STONE, 0.5))
    c.box(0, 64, 2400, 12, PAPER)
    c.box(0, 960, 2400, 390, mix(BARK, UMBER, 0.3))
    c.box(0, 930, 2400, 34, mix(WALL, BARK, 0.35))
    c.box(0, 926, 2400, 8, PAPER)
    c.box(80, 170, 430, 560, PAPER)
    c.box(104, 194, 382, 512, mix(HAZE, FROST, 0.6))
    for y, tone in ((330, FROST), (450, mix(FROST, SAND, 0.7)), (560, mix(SAND, PEACH, 0.6))):
        c.shape([*smooth([(104, y), (230, y - 22), (360, y + 14), (486, y - 10)]), (486, 706), (104, 706)], tone)
    for x, y, r in ((170, 560, 84), (270, 600, 70), (420, 540, 96)):
        c.box(x - 7, y, 14, 150, mix(BARK, UMBER, 0.4))
        c.oval(x, y, r, r * 0.9, mix(AMBER, OCHRE, 0.3))
        c.oval(x - r * 0.25, y - r * 0.2, r * 0.55, r * 0.5, mix(AMBER, SUN, 0.4))
    for x in (288,):
        c.box(x, 194, 14, 512, PAPER)
    c.box(104, 430, 382, 14, PAPER)
    c.box(56, 728, 478, 24, PAPER)
    c.box(56, 748, 478, 8, STONE)
    c.shape([(104, 960), (486, 960), (900, 1350), (420, 1350)], mix(PAPER, PEACH, 0.4), 0.2)


def _clock(c: Canvas) -> None:
    c.oval(2230, 270, 84, 84, NIGHT)
    c.oval(2226, 266, 70, 70, PAPER)
    for dx, dy in ((0, -56), (56, 0), (0, 56), (-56, 0)):
        c.oval(2226 + dx, 266 + dy, 4, 4, NIGHT)
    c.line([(2226, 266), (2226, 222)], 7, INK)
    c.line([(2226, 266), (2256, 296)], 8, INK)
    c.oval(2226, 266, 7, 7, NOTICE)


def _pigeonholes(c: Canvas) -> None:
    left, top, columns, rows, wide, tall = 640, 150, 10, 6, 138, 122
    c.shape([(left + 1380, top + 20), (left + 1470, top + 70), (left + 1470, 960), (left + 1380, 960)], mix(WALL, BARK, 0.3))
    c.box(left - 24, top - 24, columns * wide + 42, rows * tall + 110, WOOD)
    c.box(left - 24, top - 24, columns * wide + 42, 10, mix(WOOD, PAPER, 0.35))
    c.box(left - 24, top + rows * tall + 86, columns * wide + 42, 80, mix(WOOD, NIGHT, 0.4))
    rng = Random(21)
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * wide, top + row * tall
            c.box(x, y, wide - 14, tall - 26, mix(WOOD, NIGHT, 0.72))
            c.shape([(x, y), (x + 14, y + 12), (x + 14, y + tall - 26), (x, y + tall - 26)], mix(WOOD, NIGHT, 0.55))
            _letters(c, x + 18, y, tall - 26, rng)
            c.box(x + 34, y + tall - 21, 56, 14, mix(PAPER, SAND, 0.4))
    for drawer in range(5):
        x = left + drawer * 276
        c.box(x, top + rows * tall + 4, 262, 74, mix(WOOD, SAND, 0.16))
        c.box(x, top + rows * tall + 4, 262, 6, mix(WOOD, PAPER, 0.4))
        c.box(x + 96, top + rows * tall + 30, 70, 16, mix(WOOD, NIGHT, 0.5))


def _letters(c: Canvas, x: float, y: float, tall: float, rng: Random) -> None:
    if rng.random() < 0.18:
        return
    for _ in range(rng.randint(1, 6)):
        width, height = rng.choice((8, 11, 15)), tall * rng.uniform(0.55, 0.82)
        colour = rng.choice((PAPER, PAPER, SAND, HAZE, MIST, mix(AMBER, SAND, 0.5), RUST))
        c.box(x, y + tall - height, width, height, colour)
        c.box(x + width - 3, y + tall - height, 3, height, mix(colour, INK, 0.25))
        x += width + 2


def _registrar(c: Canvas) -> None:
    c.shape([(1330, 1240), (1450, 1240), (1760, 1290), (1640, 1290)], INK, 0.3)
    person(c, 1400, 1290, 900, Look(coat=ACCENT, trousers=NIGHT, hair=mix(STONE, PAPER, 0.25), far_arm=False), facing=-1)
    c.oval(1436, 430, 56, 52, mix(STONE, PAPER, 0.25))
    c.oval(1450, 440, 36, 34, mix(STONE, PAPER, 0.05))
    c.line([(1386, 452), (1350, 450)], 5, INK)
    c.oval(1350, 456, 20, 18, INK)
    c.oval(1350, 456, 14, 12, mix(SKIN, PAPER, 0.4))
    c.line([(1368, 610), (1252, 640), (1160, 556)], 46, mix(ACCENT, SEA, 0.3))
    c.oval(1150, 546, 24, 22, SKIN)
    c.shape([(1030, 520), (1046, 452), (1166, 480), (1152, 550)], PAPER)
    c.line([(1046, 452), (1094, 510), (1166, 480)], 4, mix(MIST, STONE, 0.4))
    c.box(1470, 866, 92, 120, PAPER)
    c.box(1484, 850, 92, 120, mix(PAPER, SAND, 0.7))
    c.oval(1478, 912, 25, 23, SKIN)


def _trolley(c: Canvas) -> None:
    for x in (2070, 2340):
        c.box(x, 700, 12, 500, mix(SEA, INK, 0.5))
        c.oval(x + 6, 1204, 24, 24, INK)
    for y in (800, 990, 1160):
        c.box(2060, y, 304, 16, mix(SEA, INK, 0.35))
    for y, load in ((800, (SAND, PAPER, RUST, SAND, SEA)), (990, (OCHRE, PAPER, MIST, SAND))):
        for place, colour in enumerate(load):
            c.box(2088 + place * 54, y - 130 + place % 2 * 12, 48, 130 - place % 2 * 12, colour)
            c.box(2122 + place * 54, y - 130 + place % 2 * 12, 14, 130 - place % 2 * 12, mix(colour, INK, 0.2))
            c.box(2098 + place * 54, y - 100, 22, 34, mix(PAPER, colour, 0.3))


def _table(c: Canvas) -> None:
    c.shape([(0, TABLE), (1830, TABLE), (1960, 1150), (0, 1150)], mix(WOOD, SAND, 0.35))
    c.box(0, 1150, 1960, 44, mix(WOOD, NIGHT, 0.3))
    c.shape([(0, 1194), (1900, 1194), (1870, 1350), (0, 1350)], mix(WOOD, NIGHT, 0.62))
    c.shape([(0, TABLE), (1830, TABLE), (1838, TABLE + 9), (0, TABLE + 9)], mix(WOOD, PAPER, 0.6))
    c.shape([(300, TABLE + 9), (760, TABLE + 9), (900, 1150), (380, 1150)], PAPER, 0.2)


def _post(c: Canvas) -> None:
    c.shape([(110, 1050), (640, 1050), (690, 1126), (80, 1126)], INK, 0.2)
    c.box(120, 900, 500, 190, mix(SEA, ACCENT, 0.4))
    for x in range(146, 600, 34):
        tall = 40 + (x * 7) % 60
        c.box(x, 900 - tall, 30, tall + 10, (PAPER, SAND, HAZE, mix(AMBER, SAND, 0.6), PAPER)[x % 5])
        c.box(x + 24, 900 - tall, 6, tall + 10, mix(STONE, INK, 0.15))
    c.box(110, 892, 520, 24, mix(SEA, MIST, 0.5))
    c.box(120, 1000, 500, 12, mix(SEA, NIGHT, 0.4))
    for x, y, lean, colour in ((720, 1082, 16, PAPER), (760, 1060, -10, mix(SAND, AMBER, 0.25)), (850, 1092, 6, PAPER)):
        c.shape([(x, y), (x + 210, y - lean), (x + 236, y + 46 - lean), (x + 20, y + 52)], colour)
        c.line([(x, y), (x + 122, y + 32 - lean * 0.6), (x + 210, y - lean)], 3.4, mix(colour, BARK, 0.35))
        c.shape([(x + 196, y + 18 - lean), (x + 218, y + 16 - lean), (x + 226, y + 34 - lean), (x + 202, y + 36 - lean)], NOTICE)


def _stamp(c: Canvas, x: float, y: float) -> None:
    c.shape([(x + 80, y + 86), (x + 330, y + 86), (x + 350, y + 132), (x + 90, y + 132)], PAPER)
    for row in range(3):
        c.line([(x + 116 + row * 3, y + 98 + row * 11), (x + 250 - row * 20, y + 98 + row * 11)], 4, MIST)
    c.shape([(x - 84, y + 128), (x - 72, y + 84), (x + 50, y + 84), (x + 62, y + 128)], INK)
    c.box(x - 66, y + 78, 110, 12, NOTICE)
    c.shape([(x + 262, y + 108), (x + 330, y + 108), (x + 336, y + 84), (x + 256, y + 84)], NIGHT)
    c.shape(smooth([(x + 282, y + 84), (x + 284, y + 30), (x + 270, y + 2), (x + 296, y - 16), (x + 324, y + 2), (x + 308, y + 30), (x + 312, y + 84)]), WOOD)
    c.shape(smooth([(x + 298, y + 84), (x + 300, y + 20), (x + 300, y - 14), (x + 324, y + 2), (x + 308, y + 30), (x + 312, y + 84)]), mix(WOOD, NIGHT, 0.35))


def _binders(c: Canvas) -> None:
    for place, (x, colour) in enumerate(((1606, RUST), (1616, SEA), (1596, SAND))):
        y = 1074 - place * 58
        c.box(x, y, 250, 56, colour)
        c.box(x + 188, y, 62, 56, mix(colour, INK, 0.25))
        c.box(x + 20, y + 14, 76, 28, mix(PAPER, colour, 0.15))
