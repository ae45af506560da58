"""A courthouse in low autumn sun: wings, columns, a flight of steps, and people on their way in and out."""

from random import Random

from . import sky
from .canvas import Canvas, Point, mix, smooth
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
    STONE,
    SUN,
    UMBER,
)

SQUARE = 1010
LIT, WALL, DIM, DEEP = mix(PAPER, PEACH, 0.25), mix(SAND, PEACH, 0.35), mix(STONE, HAZE, 0.35), mix(SEA, STONE, 0.35)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, MIST)
    _sky(c)
    _town(c)
    _wing(c, 330, 760)
    _wing(c, 1640, 2070)
    _portico(c)
    _square(c)
    _steps(c)
    _people(c)
    _birch(c, 236, 1180, 1.0)
    _lamp(c, 2230, 1120)
    _foreground(c)
    return c


def _sky(c: Canvas) -> None:
    rows = ((140, 40, mix(MIST, HAZE, 0.5)), (300, -40, HAZE), (460, 30, mix(HAZE, FROST, 0.65)), (620, -24, mix(FROST, SAND, 0.5)), (760, 16, SAND))
    sky.bands(c, SQUARE, rows, [(0, 1), (700, -1), (1500, 1), (2400, -1)])
    sky.clouds(c, ((1720, 210, 560), (1900, 250, 380), (380, 130, 420), (60, 420, 300)))


def _town(c: Canvas) -> None:
    tone = mix(MIST, SAND, 0.35)
    for x, top, w in ((0, 700, 150), (150, 650, 120), (270, 720, 110), (2040, 640, 140), (2180, 700, 110), (2290, 660, 140)):
        c.box(x, top, w, SQUARE - top, tone)
        c.shape([(x - 6, top), (x + w * 0.5, top - 54), (x + w + 6, top)], mix(tone, SEA, 0.3))
        for row in range(4):
            for pane in range(int(w / 40)):
                c.box(x + 18 + pane * 38, top + 34 + row * 66, 13, 26, mix(tone, SEA, 0.32))
    c.box(2206, 470, 50, 240, mix(tone, SAND, 0.3))
    c.shape([(2200, 470), (2231, 330), (2262, 470)], mix(tone, SEA, 0.45))


def _wing(c: Canvas, left: float, right: float) -> None:
    c.shape([(left - 20, 480), (left + 30, 408), (right - 30, 408), (right + 20, 480)], ACCENT)
    c.shape([(left - 20, 480), (left + 30, 408), (left + 80, 408), (left + 46, 480)], SEA)
    c.box(left, 480, right - left, SQUARE - 480, WALL)
    c.box(left - 16, 474, right - left + 32, 22, LIT)
    c.box(left, 496, right - left, 16, DIM)
    c.box(left, 760, right - left, 12, mix(WALL, PAPER, 0.5))
    c.box(left, 910, right - left, 100, DIM)
    c.box(left, 906, right - left, 8, LIT)
    count = 4
    gap = (right - left) / count
    for row, (top, height) in enumerate(((548, 168), (800, 86))):
        for pane in range(count):
            _window(c, left + gap * (pane + 0.5) - 34, top, 68, height, lit=(row + pane * 3) % 5 == 1)


def _window(c: Canvas, x: float, y: float, width: float, height: float, lit: bool) -> None:
    c.box(x - 10, y - 10, width + 20, height + 22, LIT)
    c.box(x, y, width, height, AMBER if lit else DEEP)
    c.box(x, y, width, 12, mix(UMBER, AMBER, 0.4) if lit else mix(DEEP, NIGHT, 0.5))
    if not lit:
        c.shape([(x, y + height), (x, y + height * 0.45), (x + width * 0.6, y + 12), (x + width, y + 12), (x + width * 0.4, y + height)], mix(DEEP, FROST, 0.28))
    c.box(x + width / 2 - 3, y, 6, height, PAPER)
    c.box(x, y + height * 0.4, width, 6, PAPER)
    c.box(x - 16, y + height + 8, width + 32, 10, DIM)


def _portico(c: Canvas) -> None:
    c.box(740, 440, 920, 520, mix(DIM, SEA, 0.25))
    c.shape([(740, 440), (1660, 440), (1660, 960), (1560, 960), (1560, 560), (740, 500)], mix(DIM, SEA, 0.5))
    for x in (826, 1510):
        _window(c, x - 4, 610, 72, 200, lit=x == 826)
    for x in (982, 1350):
        _window(c, x - 4, 610, 72, 200, lit=x == 1350)
    c.box(1116, 590, 168, 370, LIT)
    c.box(1130, 604, 140, 356, NIGHT)
    c.box(1130, 604, 140, 84, mix(AMBER, PEACH, 0.3))
    for x in (1176, 1220):
        c.box(x, 604, 5, 84, NIGHT)
    c.shape([(1130, 688), (1196, 688), (1196, 960), (1130, 960)], mix(UMBER, NIGHT, 0.35))
    c.shape([(1204, 688), (1224, 700), (1224, 948), (1204, 960)], AMBER)
    c.box(1224, 688, 46, 272, mix(UMBER, NIGHT, 0.35))
    for index in range(6):
        _column(c, 780 + index * 168)
    c.box(722, 372, 956, 72, WALL)
    c.box(722, 372, 956, 10, LIT)
    c.box(722, 424, 956, 20, mix(WALL, DIM, 0.7))
    for notch in range(46):
        c.box(732 + notch * 20.6, 426, 10, 12, mix(WALL, PAPER, 0.5))
    c.shape([(690, 372), (1200, 168), (1710, 372)], LIT)
    c.shape([(784, 352), (1200, 196), (1616, 352)], mix(WALL, DIM, 0.55))
    c.shape([(1200, 196), (1616, 352), (1560, 352), (1200, 218)], mix(DIM, SEA, 0.3))
    _scales(c)
    c.line([(1200, 168), (1200, 26)], 8, mix(STONE, PAPER, 0.4))
    c.oval(1200, 24, 9, 9, SUN)
    _flag(c)


def _flag(c: Canvas) -> None:
    def wave(y: float) -> list[Point]:
        return smooth([(1204, y), (1244, y - 8), (1296, y + 6), (1350, y - 3)])

    c.shape([*wave(40), *reversed(wave(124))], "#1f6296")
    c.shape([*wave(73), *reversed(wave(91))], SUN)
    c.shape([(1240, 33), (1258, 35), (1258, 118), (1240, 117)], SUN)
    c.shape([*smooth([(1288, 45), (1318, 44), (1336, 38)]), (1336, 121), (1288, 129)], INK, 0.12)


def _scales(c: Canvas) -> None:
    tone = mix(ACCENT, DIM, 0.25)
    c.line([(1200, 236), (1200, 340)], 9, tone)
    c.line([(1130, 262), (1270, 262)], 7, tone)
    c.shape([(1166, 346), (1180, 332), (1220, 332), (1234, 346)], tone)
    c.oval(1200, 238, 10, 10, tone)
    for x in (1130, 1270):
        c.line([(x, 262), (x - 27, 308)], 2.5, tone)
        c.line([(x, 262), (x + 27, 308)], 2.5, tone)
        c.shape(smooth([(x - 34, 308), (x - 18, 324), (x + 18, 324), (x + 34, 308)]), tone)


def _column(c: Canvas, x: float) -> None:
    c.shape([(x + 4, 478), (x + 50, 478), (x + 54, 932), (x, 932)], WALL)
    c.shape([(x + 4, 478), (x + 20, 478), (x + 18, 932), (x, 932)], LIT)
    c.shape([(x + 36, 478), (x + 50, 478), (x + 54, 932), (x + 38, 932)], DIM)
    for groove in (14, 27, 40):
        c.line([(x + groove, 486), (x + groove - 1, 926)], 2, mix(WALL, DIM, 0.8))
    c.box(x - 10, 444, 74, 18, LIT)
    c.box(x - 4, 462, 62, 16, WALL)
    c.box(x - 8, 932, 70, 28, WALL)
    c.box(x - 8, 932, 26, 28, LIT)


def _square(c: Canvas) -> None:
    c.box(0, SQUARE, 2400, 340, mix(STONE, HAZE, 0.3))
    for top, tone in ((1090, 0.25), (1180, 0.5), (1270, 0.75)):
        c.shape([(0, top - 8), (2400, top + 12), (2400, 1350), (0, 1350)], mix(mix(STONE, HAZE, 0.3), SEA, tone * 0.75))
    for x in range(-1400, 3900, 230):
        c.line([(1200 + (x - 1200) * 0.62, SQUARE), (x, 1350)], 2, mix(STONE, SEA, 0.4))
    c.shape([(200, 1190), (270, 1186), (1500, 1240), (2300, 1218), (2400, 1240), (1560, 1290), (1100, 1262)], INK, 0.14)


def _steps(c: Canvas) -> None:
    for step in range(7):
        y, reach = 952 + step * 19, 12 + step * 16
        c.box(722 - reach, y, 956 + 2 * reach, 20, mix(WALL, DIM, 0.25 + step * 0.06))
        c.box(722 - reach, y, 956 + 2 * reach, 7, LIT)
    for x in (596, 1690):
        c.box(x, 916, 116, 172, WALL)
        c.box(x, 916, 38, 172, LIT)
        c.box(x - 8, 906, 132, 18, PAPER)
        c.box(x + 84, 924, 32, 164, DIM)
        c.oval(x + 58, 862, 30, 30, mix(PAPER, SUN, 0.35))
        c.box(x + 47, 888, 22, 18, NIGHT)
    for x in (980, 1420):
        c.line([(x, 890), (x - (1200 - x) * 0.09, 1010)], 6, NIGHT)
        c.line([(x, 950), (x, 892)], 5, NIGHT)
        c.line([(x - (1200 - x) * 0.09, 1072), (x - (1200 - x) * 0.09, 1010)], 5, NIGHT)


def _people(c: Canvas) -> None:
    for x, y, length in ((1082, 1046, 190), (1316, 1010, 150), (1530, 1150, 260), (760, 1170, 260), (1606, 1152, 240)):
        c.shape([(x - 18, y), (x + 20, y), (x + length, y + 26), (x + length * 0.96, y + 14)], INK, 0.26)
    person(c, 1082, 1046, 158, Look(coat=NOTICE, trousers=NIGHT, hair=OCHRE, bag=BARK), stride=0.5)
    person(c, 1316, 1010, 150, Look(coat=ACCENT, trousers=INK), stride=0.4, facing=-1)
    person(c, 1530, 1150, 196, Look(coat=NIGHT, trousers=BARK, hair=STONE, bag=UMBER), stride=0.1, facing=1)
    person(c, 1606, 1152, 186, Look(coat=OCHRE, trousers=NIGHT, hair=INK, skin="#9a6a4c"), facing=-1)
    person(c, 760, 1170, 204, Look(coat=SEA, trousers=NIGHT, hair=RUST, bag=NIGHT), stride=0.8)


def _birch(c: Canvas, x: float, y: float, u: float) -> None:
    c.shape(smooth([(x - 24 * u, y), (x - 12 * u, y - 300 * u), (x - 4 * u, y - 700 * u), (x + 4 * u, y - 700 * u), (x + 12 * u, y - 300 * u), (x + 22 * u, y)]), PAPER)
    c.shape(smooth([(x + 8 * u, y), (x + 6 * u, y - 300 * u), (x + 1 * u, y - 700 * u), (x + 4 * u, y - 700 * u), (x + 12 * u, y - 300 * u), (x + 22 * u, y)]), mix(STONE, HAZE, 0.4))
    for dx, start, reach in ((-150, 420, 640), (170, 470, 700), (-110, 560, 780), (90, 600, 820)):
        c.line(smooth([(x, y - start * u), (x + dx * 0.6 * u, y - (start + reach) / 2 * u), (x + dx * u, y - reach * u)]), 9 * u, mix(PAPER, STONE, 0.35))
    rng = Random(3)
    for mark in range(16):
        side = rng.choice((-1, 1))
        at = y - (20 + mark * 36) * u
        c.shape([(x + side * 17 * u, at), (x + side * 2 * u, at + 4 * u), (x + side * 15 * u, at + 11 * u)], INK)
    for tone, lean, size in ((mix(OCHRE, UMBER, 0.3), 24, 1.0), (OCHRE, 0, 0.92), (AMBER, -30, 0.72), (mix(SUN, PAPER, 0.15), -66, 0.42)):
        for dx, dy, radius in ((0, 700, 150), (-120, 600, 112), (112, 610, 120), (-66, 800, 110), (70, 806, 104), (0, 900, 74), (-150, 700, 80), (150, 720, 84), (20, 520, 90)):
            _foliage(c, (x + (dx + lean) * u, y - (dy - lean * 0.4) * u), radius * size * u, tone, rng)
    for _ in range(26):
        px, py = x + rng.uniform(-230, 330), y + rng.uniform(-14, 60)
        c.oval(px, py, 9, 4, rng.choice((AMBER, OCHRE)))


def _foliage(c: Canvas, centre: Point, radius: float, tone: str, rng: Random) -> None:
    for _ in range(round(radius * 0.62)):
        px = centre[0] + rng.gauss(0, 0.52) * radius
        py = centre[1] + rng.gauss(0, 0.5) * radius
        c.shape(smooth([(px - 17, py + 5), (px - 5, py - 9), (px + 15, py - 4), (px + 6, py + 9), (px - 17, py + 5)], 4), tone)


def _lamp(c: Canvas, x: float, y: float) -> None:
    c.shape([(x - 8, y), (x + 10, y), (x + 190, y + 28), (x + 180, y + 18)], INK, 0.24)
    c.box(x - 7, y - 430, 14, 430, NIGHT)
    c.box(x - 7, y - 430, 5, 430, SEA)
    c.box(x - 20, y - 40, 40, 40, NIGHT)
    c.shape([(x - 30, y - 500), (x + 30, y - 500), (x + 20, y - 430), (x - 20, y - 430)], mix(PAPER, SUN, 0.4))
    c.shape([(x - 40, y - 500), (x, y - 536), (x + 40, y - 500)], NIGHT)


def _foreground(c: Canvas) -> None:
    c.shape([(0, 1262), (820, 1318), (1500, 1350), (0, 1350)], NIGHT)
    c.shape([(0, 1262), (820, 1318), (1500, 1350), (1420, 1350), (800, 1328), (0, 1274)], ACCENT)
    for x, flip in ((470, 1), (640, 1)):
        _bicycle(c, x, 1296 + (x - 470) * 0.06, flip)


def _bicycle(c: Canvas, x: float, y: float, facing: int) -> None:
    frame = NOTICE if x < 500 else mix(MIST, PAPER, 0.3)
    for dx in (-62, 62):
        c.oval(x + dx, y - 42, 43, 43, INK)
        c.oval(x + dx, y - 42, 36, 36, mix(SEA, STONE, 0.25))
        for dy in (-1, 0, 1):
            c.line([(x + dx - 34, y - 42 + dy * 18), (x + dx + 34, y - 42 - dy * 18)], 1.5, INK)
    points = {"rear": (x - 62, y - 42), "crank": (x - 8, y - 40), "seat": (x - 30, y - 112), "head": (x + 42 * facing, y - 112), "front": (x + 62, y - 42)}
    for one, other in (("rear", "crank"), ("rear", "seat"), ("seat", "crank"), ("crank", "head"), ("seat", "head"), ("head", "front")):
        c.line([points[one], points[other]], 7, frame)
    c.line([(x - 34, y - 126), (x - 30, y - 112)], 6, INK)
    c.line([(x - 52, y - 128), (x - 18, y - 128)], 9, INK)
    c.line([(x + 42, y - 112), (x + 38, y - 140), (x + 14, y - 142)], 6, INK)
