"""A container harbour in the morning: far shore, cranes, a ship, water, and the quay where we stand."""

from random import Random

from . import sky
from .canvas import Canvas, mix, smooth
from .figures import Look, dog, gull, person, shadow
from .palette import (
    ACCENT,
    AMBER,
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
)

HORIZON = 742
LOADS = (RUST, SEA, OCHRE, MIST, ACCENT, STONE, NOTICE, mix(SEA, MIST, 0.5))


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, HAZE)
    _sky(c)
    _far_shore(c)
    _cranes(c)
    _water(c)
    _ship(c)
    _quay(c)
    return c


def _sky(c: Canvas) -> None:
    rows = (
        (190, 40, mix(HAZE, FROST, 0.5)), (330, -50, FROST), (450, 36, mix(FROST, SAND, 0.6)),
        (548, -28, SAND), (640, 20, mix(SAND, PEACH, 0.65)),
    )
    sky.bands(c, HORIZON, rows, [(0, 0), (500, -1), (1100, 0.5), (1700, -0.6), (2400, 1)])
    c.oval(520, 610, 150, 150, PAPER, 0.35)
    c.oval(520, 610, 92, 92, mix(PAPER, SUN, 0.25))
    sky.clouds(c, ((1180, 180, 520), (1420, 214, 620), (180, 300, 430), (1900, 420, 420), (60, 470, 300)), opacity=0.62)
    for x, y, span in ((800, 330, 66), (905, 286, 48), (700, 402, 40), (1010, 372, 34)):
        gull(c, x, y, span, mix(SEA, PAPER, 0.1))


def _far_shore(c: Canvas) -> None:
    far = mix(MIST, SAND, 0.42)
    ridge = smooth([(0, 668), (190, 640), (420, 676), (640, 652), (900, 690), (1240, 664), (1600, 700), (2000, 676), (2400, 694)])
    c.shape([*ridge, (2400, HORIZON), (0, HORIZON)], far)
    near = mix(MIST, SEA, 0.12)
    ridge = smooth([(0, 712), (230, 692), (380, 716), (560, 700), (760, 722), (1000, 718), (1300, 728), (2400, 722)])
    c.shape([*ridge, (2400, HORIZON), (0, HORIZON)], near)
    for x, height, width in ((92, 40, 34), (132, 28, 46), (196, 52, 20), (240, 26, 50), (300, 34, 40), (346, 24, 36), (640, 30, 44), (700, 20, 60)):
        c.box(x, 712 - height, width, height + 10, near)
        c.box(x, 712 - height, width * 0.4, height, mix(near, SAND, 0.3))
    c.shape([(270, 690), (278, 590), (286, 690)], near)
    for x, foot in ((820, 700), (930, 694), (1030, 704)):
        c.line([(x, foot), (x, foot - 150)], 5, mix(PAPER, MIST, 0.25))
        for dx, dy in ((4, -74), (60, 40), (-66, 34)):
            c.line([(x, foot - 150), (x + dx, foot - 150 + dy)], 4, mix(PAPER, MIST, 0.25))


def _cranes(c: Canvas) -> None:
    c.box(1020, 712, 1400, 70, mix(SEA, MIST, 0.4))
    c.box(1020, 712, 1400, 8, mix(MIST, SAND, 0.5))
    rng = Random(4)
    for x in range(1060, 2400, 62):
        for level in range(rng.choice((0, 1, 1, 2, 3))):
            colour = mix(rng.choice(LOADS), mix(MIST, SAND, 0.3), 0.55)
            c.box(x, 688 - level * 26, 58, 24, colour)
            c.box(x + 40, 688 - level * 26, 18, 24, mix(colour, NIGHT, 0.14))
    for x, top, tone in ((2150, 60, 0.34), (1640, 130, 0.2)):
        _crane(c, x, 712, 712 - top, mix(SEA, MIST, tone), raised=False)
    _crane(c, 1120, 712, 520, mix(SEA, MIST, 0.42), raised=True)


def _crane(c: Canvas, x: float, foot: float, height: float, colour: str, raised: bool) -> None:
    u = height / 600
    lit, dark = mix(colour, PAPER, 0.34), mix(colour, NIGHT, 0.35)
    beam = foot - 330 * u
    top = foot - 590 * u
    for leg, tone in ((x + 130 * u, dark), (x, colour)):
        c.line([(leg, foot), (leg, beam)], 17 * u, tone)
        c.box(leg - 26 * u, foot - 12 * u, 52 * u, 14 * u, dark)
    c.line([(x, foot), (x, beam)], 5 * u, lit)
    c.line([(x, foot - 150 * u), (x + 130 * u, foot - 150 * u)], 13 * u, colour)
    c.line([(x, foot - 155 * u), (x + 130 * u, beam)], 7 * u, dark)
    c.line([(x + 20 * u, beam), (x + 46 * u, top), (x + 112 * u, beam)], 11 * u, colour)
    tip = (x - 130 * u, top + 20 * u) if raised else (x - 370 * u, beam)
    c.line([(x + 46 * u, top), tip], 4 * u, dark)
    if not raised:
        c.line([(x + 46 * u, top), (x - 170 * u, beam)], 4 * u, dark)
    c.line([(x + 46 * u, top), (x + 270 * u, beam)], 4 * u, dark)
    c.line([(x, beam), tip], 17 * u, colour)
    c.line([(x, beam - 6 * u), (tip[0], tip[1] - 6 * u)], 4 * u, lit)
    c.line([(x, beam), (x + 290 * u, beam)], 17 * u, colour)
    c.box(x + 150 * u, beam - 58 * u, 120 * u, 52 * u, dark)
    c.box(x + 150 * u, beam - 58 * u, 44 * u, 52 * u, colour)
    if raised:
        return
    hang = x - 210 * u
    c.box(hang - 26 * u, beam + 2 * u, 52 * u, 22 * u, dark)
    for dx in (-20, 20):
        c.line([(hang + dx * u, beam + 20 * u), (hang + dx * u, beam + 120 * u)], 3 * u, dark)
    c.box(hang - 62 * u, beam + 116 * u, 124 * u, 9 * u, INK)
    c.box(hang - 60 * u, beam + 124 * u, 120 * u, 46 * u, mix(RUST, MIST, 0.12))
    c.box(hang - 60 * u, beam + 124 * u, 40 * u, 46 * u, mix(RUST, PAPER, 0.2))


def _water(c: Canvas) -> None:
    c.box(0, HORIZON, 2400, 620, mix(MIST, SAND, 0.22))
    for y, tone in ((800, 0.0), (880, 0.25), (970, 0.5), (1060, 0.72)):
        edge = smooth([(0, y), (420, y + 12), (900, y - 10), (1500, y + 14), (2000, y - 6), (2400, y + 8)])
        c.shape([*edge, (2400, 1350), (0, 1350)], mix(mix(MIST, SAND, 0.08), SEA, tone))
    rng = Random(11)
    for step in range(26):
        reach = 150 + step * 5 + rng.uniform(-50, 50)
        _glint(c, 520 + rng.uniform(-46, 46), HORIZON + 6 + step * 13.5, reach * rng.uniform(0.35, 0.75), 3.2 + step * 0.16, mix(PEACH, PAPER, 0.5), 0.85)
    for _ in range(70):
        depth = rng.random() + 16 / 330
        _glint(c, rng.uniform(0, 2400), HORIZON + 330 * depth, 30 + 90 * depth, 2 + 3 * depth, mix(FROST, SEA, depth * 0.6), 0.7)


def _glint(c: Canvas, x: float, y: float, half: float, thick: float, colour: str, opacity: float = 1.0) -> None:
    c.shape(smooth([(x - half, y), (x, y - thick), (x + half, y), (x, y + thick), (x - half, y)], 6), colour, opacity)


def _ship(c: Canvas) -> None:
    hull = [(846, 792), (884, 900), (2240, 900), (2262, 790), (2210, 800), (1040, 806), (930, 790)]
    rng = Random(23)
    for column in range(17):
        x = 1048 + column * 58
        stack = 2 + (column * 7 % 5 > 1) + (column % 4 == 2) if column < 15 else 1
        for level in range(stack):
            colour = rng.choice(LOADS)
            c.box(x, 776 - level * 30, 56, 29, colour)
            c.box(x, 776 - level * 30, 17, 29, mix(colour, PAPER, 0.24))
            for rib in (24, 33, 42, 51):
                c.box(x + rib, 779 - level * 30, 2, 23, mix(colour, INK, 0.3))
    c.box(1040, 803, 1000, 9, NIGHT)
    _bridge_house(c)
    c.shape(hull, ACCENT)
    c.shape([(846, 792), (884, 900), (1010, 900), (960, 797), (930, 790)], mix(ACCENT, SEA, 0.75))
    c.shape([(878, 880), (884, 900), (2240, 900), (2244, 880)], NOTICE)
    c.box(884, 812, 1366, 3, mix(ACCENT, PAPER, 0.35))
    c.oval(930, 838, 9, 9, NIGHT)
    c.line([(930, 838), (934, 876)], 4, NIGHT)
    for y, inset, tone, opacity in ((912, -8, ACCENT, 0.55), (936, 14, ACCENT, 0.4), (962, 46, NIGHT, 0.26), (990, 90, NIGHT, 0.18), (1020, 160, NIGHT, 0.12)):
        c.shape(smooth([(880 + inset, y), (1240, y - 9), (1760, y - 8), (2250 - inset, y), (1760, y + 9), (1240, y + 10), (880 + inset, y)]), tone, opacity)
    c.line([(1010, 806), (960, 700)], 8, INK)
    c.line([(960, 700), (930, 792)], 3, INK)
    c.line([(960, 700), (1046, 804)], 3, INK)


def _bridge_house(c: Canvas) -> None:
    c.box(2044, 590, 150, 214, PAPER)
    c.box(2120, 590, 74, 214, mix(PAPER, MIST, 0.42))
    c.box(2014, 588, 196, 16, mix(PAPER, MIST, 0.12))
    c.box(2034, 606, 168, 26, NIGHT)
    for row in range(4):
        for pane in range(6):
            c.box(2058 + pane * 22, 656 + row * 34, 11, 13, mix(NIGHT, MIST, 0.2) if pane + row != 5 else AMBER)
    c.box(2208, 640, 44, 162, ACCENT)
    c.box(2208, 640, 16, 162, SEA)
    c.box(2208, 664, 44, 22, PAPER)
    c.line([(2096, 590), (2096, 506)], 6, NIGHT)
    c.line([(2070, 540), (2122, 540)], 5, NIGHT)


def _quay(c: Canvas) -> None:
    c.shape([(0, 1086), (2400, 1186), (2400, 1350), (0, 1350)], NIGHT)
    c.shape([(0, 1086), (2400, 1186), (2400, 1214), (0, 1118)], mix(ACCENT, MIST, 0.38))
    c.shape([(0, 1118), (2400, 1214), (2400, 1222), (0, 1128)], INK)
    for x in range(-200, 2600, 330):
        c.line([(x, 1140 + x * 0.04), (x - 330, 1350)], 3, mix(NIGHT, ACCENT, 0.55))
    c.shape([(0, 1232), (2400, 1292), (2400, 1302), (0, 1243)], mix(SUN, NIGHT, 0.32))
    for x in (300, 1330, 2110):
        y = 1124 + x * 0.041
        shadow(c, x + 10, y + 4, 150, 40, 0.35)
        c.shape([(x - 20, y + 6), (x - 15, y - 36), (x + 15, y - 36), (x + 20, y + 6)], INK)
        c.shape([(x - 20, y + 6), (x - 15, y - 36), (x - 7, y - 36), (x - 9, y + 6)], SEA)
        c.oval(x, y - 40, 31, 13, INK)
        c.oval(x - 5, y - 44, 22, 7, mix(SEA, INK, 0.3))
    shadow(c, 640, 1256, 330, 60, 0.4)
    person(c, 640, 1256, 330, Look(coat=ACCENT, trousers=INK, vest=True, cap=True), stride=0.45)
    shadow(c, 900, 1266, 220, 90, 0.4)
    c.line(smooth([(694, 1112), (820, 1136), (952, 1164)]), 4, STONE)
    dog(c, 900, 1268, 128, mix(OCHRE, INK, 0.35))
