"""A street of offices at dusk: lit windows, people still at work, a tram, and others on their way home."""

from random import Random

from . import sky
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
    STONE,
    SUN,
    UMBER,
)

STREET = 1020
GLOW = mix(AMBER, PAPER, 0.35)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, SEA)
    _sky(c)
    _skyline(c)
    _brick_house(c)
    _tower(c)
    _glass_house(c)
    _street(c)
    _tram(c)
    for x, y, tall in ((560, 1060, 380), (1250, 1060, 400), (2300, 1070, 420)):
        _tree(c, x, y, tall)
    _people(c)
    return c


def _sky(c: Canvas) -> None:
    rows = (
        (120, 40, mix(SEA, MIST, 0.4)), (260, -36, mix(MIST, SEA, 0.12)), (400, 34, mix(MIST, HAZE, 0.6)),
        (520, -26, mix(HAZE, SAND, 0.6)), (630, 22, mix(SAND, PEACH, 0.7)), (720, -10, mix(PEACH, AMBER, 0.22)),
    )
    sky.bands(c, STREET, rows, [(0, 1), (800, -1), (1600, 1), (2400, -1)])
    sky.clouds(c, ((620, 190, 520), (820, 228, 380), (120, 330, 400), (860, 420, 300)), mix(PAPER, PEACH, 0.5), 0.5)


def _skyline(c: Canvas) -> None:
    for seed, low, high, tone in ((2, 620, 760, mix(MIST, PEACH, 0.4)), (6, 700, 830, mix(MIST, SEA, 0.2))):
        rng = Random(seed)
        x = -20.0
        while x < 2420:
            width, top = rng.uniform(60, 150), rng.uniform(low, high)
            c.box(x, top, width + 1, STREET - top, tone)
            if rng.random() < 0.5:
                c.shape([(x - 3, top), (x + width / 2, top - rng.uniform(20, 50)), (x + width + 3, top)], tone)
            x += width
    c.box(930, 520, 34, 300, mix(MIST, SEA, 0.2))
    c.shape([(924, 520), (947, 400), (970, 520)], mix(MIST, SEA, 0.2))


def _brick_house(c: Canvas) -> None:
    wall = mix(RUST, NIGHT, 0.38)
    c.shape([(0, 430), (60, 330), (470, 330), (520, 430)], NIGHT)
    for x in (110, 250, 390):
        c.shape([(x - 44, 424), (x - 44, 366), (x, 330), (x + 44, 366), (x + 44, 424)], mix(wall, PEACH, 0.12))
        c.box(x - 20, 364, 40, 56, GLOW if x == 250 else mix(SEA, NIGHT, 0.3))
        c.box(x - 2, 364, 4, 56, NIGHT)
    c.box(0, 424, 512, STREET - 424, wall)
    c.box(420, 424, 92, STREET - 424, mix(wall, NIGHT, 0.35))
    c.box(0, 424, 526, 16, mix(wall, PEACH, 0.4))
    for row in range(4):
        for column in range(5):
            x, y = 28 + column * 98, 478 + row * 112
            lit = (row * 5 + column * 3) % 7 in (0, 2)
            c.box(x - 6, y - 6, 58, 84, mix(wall, PEACH, 0.42))
            c.box(x, y, 46, 72, (AMBER if row % 2 else GLOW) if lit else mix(SEA, NIGHT, 0.35))
            c.box(x + 21, y, 4, 72, NIGHT)
            c.box(x, y + 24, 46, 4, NIGHT)
    c.box(0, 912, 512, 108, mix(NIGHT, INK, 0.4))
    for x in (24, 200, 376):
        c.box(x, 930, 112, 90, GLOW)
        c.box(x, 930, 112, 22, NOTICE if x != 200 else ACCENT)
        c.box(x + 54, 952, 4, 68, NIGHT)


def _tower(c: Canvas) -> None:
    wall = mix(ACCENT, MIST, 0.28)
    c.box(640, 520, 340, 500, wall)
    c.box(640, 520, 66, 500, mix(wall, PEACH, 0.3))
    c.box(886, 520, 94, 500, mix(wall, NIGHT, 0.25))
    c.box(626, 506, 368, 18, mix(wall, PEACH, 0.45))
    for row in range(7):
        c.box(706, 552 + row * 62, 252, 34, mix(NIGHT, ACCENT, 0.4))
        for pane in range(6):
            if (row * 4 + pane * 5) % 9 < 3:
                c.box(708 + pane * 42, 554 + row * 62, 38, 30, AMBER if pane % 2 else GLOW)


def _glass_house(c: Canvas) -> None:
    left, top, floors, bays = 1380, 150, 7, 8
    width, height = 112, 112
    c.shape([(left - 70, top + 40), (left, top - 10), (left, STREET), (left - 70, STREET)], mix(MIST, PEACH, 0.45))
    for floor in range(floors):
        c.shape([(left - 60, top + 60 + floor * height), (left - 10, top + 34 + floor * height), (left - 10, top + 104 + floor * height), (left - 60, top + 124 + floor * height)], mix(SEA, PEACH, 0.35))
    c.box(left, top - 10, 1040, STREET - top + 10, NIGHT)
    c.box(left, top - 10, 1040, 24, mix(SEA, MIST, 0.4))
    for floor in range(floors):
        for bay in range(bays):
            _office(c, left + 14 + bay * (width + 14), top + 28 + floor * height, width, height - 22, floor * 8 + bay)
    y = top + floors * height + 28
    c.box(left, y - 8, 1040, 12, MIST)
    c.box(left + 14, y + 4, 1012, STREET - y - 4, GLOW)
    c.box(left + 14, y + 4, 1012, 12, AMBER)
    for bay in range(10):
        c.box(left + 14 + bay * 112, y + 4, 8, STREET - y - 4, NIGHT)
    for x, coat in ((1520, NIGHT), (1856, UMBER), (1930, ACCENT)):
        c.oval(x, y + 34, 7, 8, coat)
        c.shape(smooth([(x - 14, STREET), (x - 12, y + 54), (x, y + 44), (x + 12, y + 54), (x + 14, STREET)]), coat)


def _office(c: Canvas, x: float, y: float, width: float, height: float, number: int) -> None:
    rng = Random(number * 31 + 7)
    lit = rng.random() < 0.46
    if not lit:
        c.box(x, y, width, height, mix(ACCENT, NIGHT, rng.choice((0.1, 0.3, 0.45))))
        c.shape([(x, y + height), (x, y + height * 0.3), (x + width * 0.42, y), (x + width * 0.8, y)], mix(SEA, MIST, 0.25), 0.4)
        return
    tone = rng.choice((GLOW, AMBER, mix(AMBER, PEACH, 0.5)))
    c.box(x, y, width, height, tone)
    c.box(x, y, width, 12, mix(tone, PAPER, 0.6))
    c.box(x, y + height - 12, width, 12, mix(tone, UMBER, 0.55))
    what = rng.choice(("desk", "standing", "shelf", "plant", "desk", "blind"))
    if what == "desk":
        c.box(x + 46, y + height - 38, 58, 6, UMBER)
        c.box(x + 84, y + height - 64, 6, 28, NIGHT)
        c.box(x + 32, y + height - 56, 6, 46, NIGHT)
        c.oval(x + 44, y + height - 66, 8, 9, UMBER)
        c.shape(smooth([(x + 32, y + height - 14), (x + 34, y + height - 48), (x + 46, y + height - 56), (x + 58, y + height - 44), (x + 64, y + height - 38), (x + 50, y + height - 30), (x + 52, y + height - 14)]), ACCENT)
    elif what == "standing":
        person(c, x + 40, y + height - 6, 72, Look(coat=rng.choice((NOTICE, ACCENT, NIGHT)), hair=INK))
        c.box(x + 70, y + height - 50, 32, 44, mix(tone, UMBER, 0.5))
    elif what == "shelf":
        for shelf in range(3):
            c.box(x + 12, y + 30 + shelf * 20, 54, 3, UMBER)
            for book in range(8):
                c.box(x + 14 + book * 6.4, y + 16 + shelf * 20, 5, 14, rng.choice((RUST, ACCENT, PAPER, OCHRE, SEA)))
    elif what == "plant":
        c.box(x + 76, y + height - 30, 20, 18, RUST)
        for lean in (-26, -10, 8, 24):
            c.line(smooth([(x + 86, y + height - 30), (x + 86 + lean * 0.5, y + height - 52), (x + 86 + lean, y + height - 58)]), 6, mix(ACCENT, OCHRE, 0.25))
    else:
        for slat in range(5):
            c.box(x, y + 12 + slat * 9, width, 4, mix(tone, UMBER, 0.3))


def _street(c: Canvas) -> None:
    c.box(0, STREET, 2400, 330, mix(NIGHT, SEA, 0.5))
    c.box(0, STREET, 2400, 46, mix(SEA, STONE, 0.42))
    c.box(0, STREET + 46, 2400, 8, mix(STONE, PEACH, 0.4))
    for top, tone in ((1150, 0.35), (1240, 0.7)):
        c.shape([*smooth([(0, top), (800, top + 8), (1600, top - 6), (2400, top + 6)]), (2400, 1350), (0, 1350)], mix(mix(NIGHT, SEA, 0.5), NIGHT, tone))
    for x, width, reach in ((1394, 1006, 46),):
        c.box(x, STREET, width, reach, GLOW, 0.4)
    rng = Random(12)
    for x in (1430, 1560, 1700, 1840, 1980, 2120, 2260, 80, 256, 432):
        for streak in range(7):
            half = rng.uniform(16, 52) * (1 - streak * 0.07)
            y = STREET + 66 + streak * 26
            c.shape(smooth([(x - half, y), (x, y - 3.4), (x + half, y), (x, y + 3.4), (x - half, y)], 6), GLOW, 0.34 - streak * 0.035)
    for y in (1136, 1164):
        c.box(0, y, 2400, 5, mix(MIST, STONE, 0.3))


def _tram(c: Canvas) -> None:
    c.line([(0, 640), (2400, 618)], 3, NIGHT)
    c.line([(1010, 762), (1060, 690), (1020, 632)], 6, NIGHT)
    c.shape([(640, 1140), (1500, 1140), (1590, 1166), (690, 1166)], INK, 0.4)
    for start, end in ((640, 1052), (1070, 1490)):
        nose = [(start, 1120), (start, 830), (start + 12, 780), (end - 12, 780), (end, 830), (end, 1120)]
        if start == 640:
            nose = [(618, 1120), (622, 960), (650, 800), (676, 780), (end - 8, 780), (end, 790), (end, 1120)]
        c.shape(nose, ACCENT)
        c.shape([(nose[0][0], 1062), (end, 1062), (end, 1120), (nose[0][0], 1120)], mix(ACCENT, NIGHT, 0.5))
        c.box(start + 10, 1050, end - start - 10, 12, PAPER)
        c.box(start + 46, 770, end - start - 90, 14, SEA)
        for pane in range(4):
            _tram_window(c, start + 58 + pane * 88, pane + start)
    c.shape([(624, 968), (650, 820), (684, 820), (684, 968)], mix(AMBER, PAPER, 0.6))
    c.shape([(624, 968), (650, 820), (664, 820), (640, 968)], PAPER)
    c.box(1050, 800, 22, 320, INK)
    for x in (730, 940, 1180, 1390):
        c.oval(x, 1124, 26, 26, INK)
        c.oval(x, 1124, 11, 11, STONE)
    c.oval(634, 1034, 13, 11, mix(SUN, PAPER, 0.5))
    c.shape([(612, 1034), (300, 1100), (300, 1134), (612, 1046)], PEACH, 0.2)


def _tram_window(c: Canvas, x: float, number: int) -> None:
    door = number % 4 == 2
    c.box(x, 822, 78, 226 if door else 146, GLOW)
    c.box(x, 822, 78, 20, mix(GLOW, PAPER, 0.6))
    if door:
        c.box(x + 36, 822, 6, 226, ACCENT)
        return
    for seat, coat in ((22, NIGHT), (56, (UMBER, NOTICE, SEA)[number % 3])):
        c.oval(x + seat, 896, 12, 15, UMBER if coat != UMBER else BARK)
        c.shape(smooth([(x + seat - 20, 968), (x + seat - 16, 926), (x + seat, 914), (x + seat + 16, 926), (x + seat + 20, 968)]), coat)


def _tree(c: Canvas, x: float, y: float, tall: float) -> None:
    tone = mix(NIGHT, INK, 0.5)
    c.oval(x, y, 46, 10, INK, 0.35)
    c.shape([(x - 12, y), (x - 5, y - tall * 0.6), (x + 5, y - tall * 0.6), (x + 12, y)], tone)
    for lean, start, reach in ((-0.34, 0.3, 0.86), (0.36, 0.34, 0.84), (-0.2, 0.46, 1.0), (0.2, 0.5, 1.02), (0.0, 0.5, 1.08), (-0.4, 0.42, 0.7), (0.42, 0.46, 0.72)):
        tip = (x + lean * tall, y - reach * tall)
        bend = (x + lean * tall * 0.66, y - (start + reach) * 0.5 * tall)
        c.line(smooth([(x, y - start * tall), bend, tip]), 6, tone)
        for side in (-1, 1):
            c.line([bend, (bend[0] + side * tall * 0.11, bend[1] - tall * 0.17)], 3.5, tone)


def _people(c: Canvas) -> None:
    for x, y in ((220, 1226), (1660, 1246), (1790, 1242), (2080, 1230)):
        c.shape([(x - 24, y), (x + 24, y), (x + 250, y + 30), (x + 236, y + 40)], INK, 0.4)
    person(c, 220, 1226, 236, Look(coat=RUST, trousers=INK, hair=NIGHT, bag=UMBER), stride=0.7)
    person(c, 1660, 1246, 250, Look(coat=OCHRE, trousers=NIGHT, hair=BARK), stride=0.5, facing=-1)
    person(c, 1790, 1242, 244, Look(coat=NIGHT, trousers=BARK, hair=STONE, bag=INK), stride=0.5, facing=-1)
    _cyclist(c, 2080, 1232)


def _cyclist(c: Canvas, x: float, y: float) -> None:
    for dx in (-84, 84):
        c.oval(x + dx, y - 56, 57, 57, INK)
        c.oval(x + dx, y - 56, 48, 48, mix(NIGHT, SEA, 0.32))
    frame = mix(FROST, MIST, 0.4)
    for one, other in (((-84, -56), (-10, -54)), ((-84, -56), (-40, -146)), ((-40, -146), (-10, -54)), ((-10, -54), (56, -142)), ((-40, -140), (58, -142)), ((52, -160), (84, -56))):
        c.line([(x + one[0], y + one[1]), (x + other[0], y + other[1])], 8, frame)
    c.line([(x - 34, y - 158), (x + 26, y - 104), (x - 14, y - 32)], 26, mix(NIGHT, INK, 0.3))
    c.shape(smooth([(x - 62, y - 150), (x - 44, y - 236), (x + 4, y - 276), (x + 34, y - 258), (x + 18, y - 200), (x - 14, y - 148), (x - 62, y - 150)]), NOTICE)
    c.line([(x + 14, y - 246), (x + 44, y - 196), (x + 66, y - 172)], 17, mix(NOTICE, INK, 0.25))
    c.oval(x + 34, y - 300, 22, 26, "#d9a583")
    c.shape(smooth([(x + 8, y - 304), (x + 18, y - 334), (x + 44, y - 338), (x + 62, y - 314), (x + 34, y - 316), (x + 8, y - 304)]), PAPER)
    c.line([(x + 48, y - 176), (x + 72, y - 172)], 7, INK)
    c.oval(x + 76, y - 160, 8, 8, SUN)
    c.shape([(x + 84, y - 162), (x + 300, y - 60), (x + 300, y - 12), (x + 84, y - 156)], PEACH, 0.2)
