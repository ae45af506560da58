"""A classroom in the morning: the teacher explains on the board how money is passed on, and someone has a question."""

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
    SKIN,
    STONE,
    SUN,
    UMBER,
)
from .sitting import from_behind

FLOOR = 900
WALL = mix(SAND, PEACH, 0.3)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, WALL)
    _room(c)
    _windows(c)
    _board(c)
    _teacher(c)
    _cupboard(c)
    _class(c)
    return c


def _room(c: Canvas) -> None:
    c.box(0, 0, 2400, 70, mix(WALL, STONE, 0.45))
    c.box(0, 64, 2400, 12, PAPER)
    c.box(0, 780, 2400, 120, mix(WALL, OCHRE, 0.28))
    c.box(0, 774, 2400, 10, PAPER)
    c.box(0, FLOOR - 20, 2400, 20, mix(BARK, UMBER, 0.3))
    floor = mix(OCHRE, BARK, 0.45)
    c.box(0, FLOOR, 2400, 450, floor)
    for y, tone in ((1010, 0.16), (1120, 0.34), (1240, 0.5)):
        c.box(0, y, 2400, 1350 - y, mix(floor, NIGHT, tone))
    c.shape([(140, FLOOR), (560, FLOOR), (1180, 1350), (560, 1350)], mix(PAPER, PEACH, 0.3), 0.16)


def _windows(c: Canvas) -> None:
    for left in (70, 370):
        right, top, foot = left + 250, 170, 700
        c.box(left - 20, top - 20, 290, foot - top + 50, PAPER)
        c.box(left, top, 250, foot - top, mix(HAZE, FROST, 0.5))
        for y, tone in ((300, FROST), (420, mix(FROST, SAND, 0.6)), (520, mix(SAND, PEACH, 0.5))):
            c.shape([*smooth([(left, y), (left + 80, y - 16), (left + 170, y + 12), (right, y - 8)]), (right, foot), (left, foot)], tone)
        sky.clouds(c, ((left + 40, 240, 150),))
        c.shape([*smooth([(left, 610), (left + 90, 586), (left + 180, 606), (right, 590)]), (right, foot), (left, foot)], mix(SEA, OCHRE, 0.3))
        for x, y, r in ((left + 70, 520, 62), (left + 190, 540, 52)):
            c.box(x - 6, y, 12, 130, mix(BARK, UMBER, 0.4))
            c.oval(x, y, r, r, mix(SEA, OCHRE, 0.42))
            c.oval(x - r * 0.25, y - r * 0.25, r * 0.5, r * 0.5, mix(SEA, AMBER, 0.5))
        c.box(left + 119, top, 12, foot - top, PAPER)
        c.box(left, 420, 250, 10, PAPER)
        c.box(left - 34, foot + 26, 318, 20, mix(PAPER, STONE, 0.25))


def _board(c: Canvas) -> None:
    """Four boxes and the arrows between them: the same money, always somewhere else."""
    left, top, width, height = 900, 150, 1140, 560
    c.shape([(left + width + 20, top), (left + width + 50, top + 30), (left + width + 50, top + height + 50), (left + 40, top + height + 50), (left + 10, top + height + 20)], mix(WALL, BARK, 0.3))
    c.box(left - 22, top - 22, width + 44, height + 44, mix(OCHRE, UMBER, 0.35))
    c.box(left - 22, top - 22, width + 44, 8, mix(OCHRE, PAPER, 0.5))
    c.box(left, top, width, height, mix(NIGHT, ACCENT, 0.35))
    c.shape([(left, top), (left + 520, top), (left + 60, top + height), (left, top + height)], mix(ACCENT, SEA, 0.3), 0.22)
    boxes: tuple[tuple[float, float, str], ...] = ((1150, 260, AMBER), (1640, 240, HAZE), (1780, 500, HAZE), (1270, 540, RUST))
    for x, y, colour in boxes:
        c.line([(x - 110, y - 60), (x + 110, y - 64), (x + 114, y + 58), (x - 108, y + 62), (x - 110, y - 60)], 7, colour)
        for row, length in enumerate((120, 76)):
            c.line([(x - 62, y - 16 + row * 34), (x - 62 + length, y - 18 + row * 34)], 6, mix(colour, NIGHT, 0.25))
    _arrow(c, [(1280, 230), (1390, 200), (1500, 226)])
    _arrow(c, [(1700, 330), (1760, 370), (1776, 420)])
    _arrow(c, [(1650, 540), (1530, 580), (1406, 556)])
    _arrow(c, [(1200, 462), (1150, 410), (1146, 340)])
    c.box(left - 10, top + height + 20, width + 20, 18, mix(OCHRE, UMBER, 0.5))
    for x, colour in ((1500, PAPER), (1560, SUN), (1606, PAPER)):
        c.box(x, top + height + 11, 36, 10, colour)
    c.box(1700, top + height + 2, 90, 19, mix(RUST, NIGHT, 0.2))


def _arrow(c: Canvas, points: list[Point]) -> None:
    c.line(smooth(points), 8, PAPER)
    (x1, y1), (x2, y2) = points[-2], points[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    for side in (-1, 1):
        c.line([(x2, y2), (x2 - dx * 34 + side * dy * 24, y2 - dy * 34 - side * dx * 24)], 8, PAPER)


def _teacher(c: Canvas) -> None:
    c.shape([(760, 1000), (860, 1000), (1120, 1040), (1010, 1044)], INK, 0.24)
    person(c, 820, 1004, 640, Look(coat=mix(RUST, NOTICE, 0.4), trousers=NIGHT, hair=INK, skin=mix(UMBER, SKIN, 0.35), far_arm=False), facing=1)
    c.shape(smooth([(776, 400), (782, 352), (836, 344), (868, 370), (860, 384), (812, 384), (800, 440), (780, 452)]), INK)
    c.line([(838, 520), (930, 500), (1004, 430)], 34, mix(RUST, NOTICE, 0.55))
    c.oval(1010, 422, 18, 18, mix(UMBER, SKIN, 0.35))
    c.line([(1014, 420), (1058, 352)], 8, mix(SAND, OCHRE, 0.4))


def _cupboard(c: Canvas) -> None:
    c.box(2130, 420, 270, 500, mix(SEA, ACCENT, 0.3))
    c.box(2130, 420, 270, 12, mix(SEA, PAPER, 0.4))
    c.box(2262, 450, 6, 450, NIGHT)
    for x in (2240, 2282):
        c.box(x, 640, 9, 60, mix(AMBER, PAPER, 0.3))
    c.box(2250, 400, 80, 20, mix(OCHRE, UMBER, 0.5))
    c.line(smooth([(2286, 396), (2242, 340), (2250, 250), (2310, 210)]), 8, mix(OCHRE, BARK, 0.3))
    c.oval(2300, 300, 76, 76, mix(SEA, MIST, 0.4))
    c.shape(smooth([(2262, 250), (2310, 240), (2330, 280), (2296, 310), (2310, 350), (2276, 340), (2250, 290)]), mix(AMBER, OCHRE, 0.3))
    c.shape(smooth([(2340, 300), (2366, 290), (2364, 330), (2342, 340)]), mix(AMBER, OCHRE, 0.3))


def _class(c: Canvas) -> None:
    rows = (
        (1150, 220, 0.0, (
            (330, Look(coat=SEA, hair=mix(AMBER, OCHRE, 0.35)), 0, False), (760, Look(coat=mix(OCHRE, AMBER, 0.3), hair=INK, skin=UMBER), 0, True),
            (1190, Look(coat=mix(STONE, BARK, 0.2), hair=mix(UMBER, INK, 0.3)), 0, False), (1620, Look(coat=NOTICE, hair=mix(AMBER, SAND, 0.3)), 1, False),
            (2050, Look(coat=ACCENT, hair=mix(INK, UMBER, 0.35)), 0, True),
        )),
        (1360, 290, 0.35, (
            (90, Look(coat=mix(RUST, NIGHT, 0.25), hair=mix(INK, UMBER, 0.2)), 0, False), (560, Look(coat=NIGHT, hair=mix(RUST, OCHRE, 0.5)), 0, True),
            (1400, Look(coat=mix(SEA, MIST, 0.35), hair=mix(INK, UMBER, 0.5)), 0, False), (2270, Look(coat=mix(MIST, PAPER, 0.4), hair=INK, skin=UMBER), 0, False),
        )),
    )  # fmt: skip
    for foot, width, dark, pupils in rows:
        for x, look, hand, bun in pupils:
            _desk(c, x, foot - width * 0.34, width, dark)
            from_behind(c, x, foot, width, look, hand=hand, bun=bun)


def _desk(c: Canvas, x: float, y: float, width: float, dark: float) -> None:
    wood = mix(mix(OCHRE, SAND, 0.45), NIGHT, dark)
    for side in (-0.68, 0.64):
        c.box(x + side * width, y, 12, width * 0.62, mix(INK, SEA, 0.25))
    c.shape([(x - width * 0.68, y - width * 0.09), (x + width * 0.68, y - width * 0.09), (x + width * 0.76, y + width * 0.06), (x - width * 0.76, y + width * 0.06)], wood)
    c.box(x - width * 0.76, y + width * 0.06, width * 1.52, width * 0.07, mix(wood, NIGHT, 0.4))
    c.shape([(x + width * 0.36, y - width * 0.05), (x + width * 0.6, y - width * 0.05), (x + width * 0.64, y + width * 0.03), (x + width * 0.38, y + width * 0.03)], mix(PAPER, NIGHT, dark * 0.6))
    c.shape([(x - width * 0.62, y - width * 0.04), (x - width * 0.42, y - width * 0.05), (x - width * 0.43, y + width * 0.02), (x - width * 0.66, y + width * 0.03)], mix(RUST, NIGHT, dark))
