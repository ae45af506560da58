"""A border post in snow at daybreak: a lorry waits at the barrier, and someone walks up to its cab."""

from random import Random

from . import sky
from .canvas import Canvas, mix, smooth
from .figures import Look, dog, person, shadow, spruce
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
    SUN,
    UMBER,
)
from .vehicles import lorry

SNOW, SHADE = mix(PAPER, FROST, 0.2), mix(FROST, HAZE, 0.6)
EDGE = 880


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, MIST)
    _sky(c)
    _hills(c)
    _forest(c)
    _ground(c)
    _house(c, 330, 900)
    _lamp(c, 760, 940)
    lorry(c, 1690, 1046, 1120, ACCENT, mix(PAPER, FROST, 0.25))
    _snow_on_load(c)
    _barrier(c, 800, 1060)
    _people(c)
    _near(c)
    _flakes(c)
    return c


def _sky(c: Canvas) -> None:
    rows = ((120, 30, mix(MIST, SEA, 0.18)), (250, -34, mix(MIST, HAZE, 0.45)), (370, 30, mix(HAZE, FROST, 0.4)), (480, -20, mix(FROST, PEACH, 0.5)), (570, 14, PEACH))
    sky.bands(c, EDGE, rows, [(0, 1), (700, -1), (1500, 1), (2400, -1)])
    sky.clouds(c, ((160, 180, 560), (420, 224, 420), (1500, 140, 620), (1820, 300, 460), (60, 400, 380)), opacity=0.5)


def _hills(c: Canvas) -> None:
    far = [(0, 610), (300, 560), (640, 600), (980, 520), (1280, 470), (1500, 500), (1800, 580), (2100, 540), (2400, 580)]
    c.shape([*smooth(far), (2400, EDGE), (0, EDGE)], mix(SNOW, PEACH, 0.3))
    c.shape(smooth([(1280, 470), (1330, 530), (1300, 580), (1400, 660), (1900, 700), (1800, 580), (1500, 500), (1280, 470)], 8), mix(SHADE, MIST, 0.25))
    middle = [(0, 690), (400, 640), (900, 700), (1400, 650), (1900, 690), (2400, 640)]
    c.shape([*smooth(middle), (2400, EDGE), (0, EDGE)], mix(HAZE, MIST, 0.35))


def _forest(c: Canvas) -> None:
    rng = Random(14)
    for x in range(0, 2410, 15):
        y = 760 + rng.uniform(-8, 8)
        c.shape([(x - 13, y + 60), (x, y - rng.uniform(40, 90)), (x + 13, y + 60)], mix(MIST, SEA, 0.42))
    c.box(0, 780, 2400, 100, mix(MIST, SEA, 0.42))
    for x in range(-30, 2440, 62):
        if 180 < x < 700:
            continue
        colour = mix(SEA, NIGHT, 0.35 + rng.uniform(-0.1, 0.1))
        spruce(c, x + rng.uniform(-16, 16), 890 + rng.uniform(-10, 12), rng.uniform(170, 330), colour, mix(colour, FROST, 0.62))


def _ground(c: Canvas) -> None:
    c.shape([*smooth([(0, 872), (500, 856), (1100, 878), (1700, 862), (2400, 880)]), (2400, 1350), (0, 1350)], SNOW)
    c.shape(smooth([(0, 900), (500, 890), (1100, 912), (1700, 896), (2400, 910), (2400, 960), (1600, 930), (800, 944), (0, 940)]), SHADE, 0.55)
    c.shape([*smooth([(0, 960), (800, 946), (1600, 952), (2400, 944)]), *smooth([(2400, 1150), (1600, 1166), (800, 1156), (0, 1176)])], mix(HAZE, MIST, 0.3))
    for y, tone in ((990, 0.35), (1050, 0.2), (1110, 0.42)):
        c.shape([*smooth([(0, y), (800, y - 12), (1600, y - 6), (2400, y - 14)]), *smooth([(2400, y + 8), (1600, y + 14), (800, y + 8), (0, y + 22)])], mix(FROST, HAZE, tone))
    c.shape([*smooth([(0, 1176), (800, 1156), (1600, 1166), (2400, 1150)]), (2400, 1196), *smooth([(2400, 1196), (1600, 1214), (800, 1204), (0, 1224)])], SNOW)
    for x in (110, 520, 1240, 1900, 2330):
        c.line([(x, 1200), (x + 5, 1060)], 9, RUST)
        c.line([(x + 4, 1082), (x + 5, 1060)], 11, SUN)


def _house(c: Canvas, x: float, y: float) -> None:
    wall, side = mix(OCHRE, AMBER, 0.35), mix(OCHRE, UMBER, 0.45)
    c.shape([(x + 40, y + 30), (x + 420, y + 30), (x + 640, y + 76), (x + 300, y + 84)], MIST, 0.45)
    smoke = smooth([(x + 286, y - 372), (x + 270, y - 440), (x + 318, y - 500), (x + 300, y - 580), (x + 370, y - 670), (x + 420, y - 760), (x + 420, y - 660), (x + 360, y - 580), (x + 366, y - 500), (x + 316, y - 440), (x + 318, y - 372)])
    c.shape(smoke, PAPER, 0.55)
    c.box(x + 274, y - 372, 52, 120, mix(RUST, NIGHT, 0.4))
    c.box(x + 266, y - 382, 68, 18, SNOW)
    c.box(x, y - 210, 300, 246, wall)
    c.box(x + 300, y - 210, 120, 246, side)
    c.shape([(x - 34, y - 206), (x + 30, y - 316), (x + 366, y - 316), (x + 456, y - 206)], SNOW)
    c.shape([(x + 300, y - 206), (x + 270, y - 316), (x + 366, y - 316), (x + 456, y - 206)], SHADE)
    c.box(x - 34, y - 208, 490, 16, mix(SHADE, MIST, 0.3))
    for wx, w in ((x + 34, 96), (x + 164, 96)):
        c.box(wx - 9, y - 160, w + 18, 110, PAPER)
        c.box(wx, y - 151, w, 92, AMBER)
        c.box(wx, y - 151, w, 34, mix(AMBER, PAPER, 0.45))
        c.box(wx + w / 2 - 3, y - 151, 6, 92, PAPER)
    c.oval(x + 82, y - 82, 17, 20, mix(UMBER, INK, 0.3))
    c.shape(smooth([(x + 52, y - 59), (x + 60, y - 72), (x + 82, y - 70), (x + 106, y - 72), (x + 114, y - 59)]), NIGHT)
    c.box(x + 328, y - 140, 64, 176, NIGHT)
    c.box(x + 340, y - 126, 40, 56, AMBER)
    c.shape([(x - 20, y + 36), (x + 300, y + 36), (x + 240, y + 92), (x - 120, y + 92)], mix(AMBER, PEACH, 0.5), 0.4)


def _lamp(c: Canvas, x: float, y: float) -> None:
    c.line([(x, y), (x, y - 520), (x + 16, y - 548), (x + 110, y - 556)], 11, NIGHT)
    c.shape([(x + 86, y - 566), (x + 176, y - 558), (x + 170, y - 540), (x + 90, y - 544)], INK)
    c.shape([(x + 96, y - 543), (x + 164, y - 540), (x + 360, y + 150), (x - 70, y + 150)], mix(SUN, PAPER, 0.5), 0.15)
    c.oval(x + 132, y - 540, 26, 9, mix(SUN, PAPER, 0.5))
    c.shape(smooth([(x - 40, y + 6), (x - 10, y - 12), (x + 20, y - 10), (x + 50, y + 6)]), SNOW)


def _snow_on_load(c: Canvas) -> None:
    """The lorry has driven through the night."""
    top = 1046 - 1120 * 0.46
    c.shape([*smooth([(1420, top + 12), (1424, top - 14), (1600, top - 24), (1900, top - 16), (2150, top - 26), (2246, top - 10), (2250, top + 12)])], SNOW)
    c.shape(smooth([(1130, 1046), (1000, 1040), (800, 1066), (700, 1110), (840, 1112), (1040, 1070)]), mix(SUN, PAPER, 0.5), 0.22)


def _barrier(c: Canvas, x: float, y: float) -> None:
    c.box(x - 34, y - 200, 68, 200, NIGHT)
    c.box(x - 34, y - 200, 22, 200, ACCENT)
    c.box(x - 42, y - 214, 84, 20, SNOW)
    c.oval(x, y - 150, 14, 14, NOTICE)
    for part in range(7):
        start, end = x - 20 - part * 104, x - 20 - (part + 1) * 104
        c.shape([(start, y - 176), (end, y - 176), (end, y - 146), (start, y - 146)], NOTICE if part % 2 == 0 else PAPER)
    c.box(x - 748, y - 182, 728, 8, SNOW)
    c.box(x - 748, y - 170, 14, 170, NIGHT)
    c.shape(smooth([(x - 80, y + 4), (x - 40, y - 18), (x + 40, y - 18), (x + 90, y + 4)]), SNOW)


def _people(c: Canvas) -> None:
    for x, y, size, look, facing, stride in (
        (985, 1122, 300, Look(coat=NIGHT, trousers=INK, vest=True, cap=True), 1, 0.5),
        (560, 1150, 280, Look(coat=ACCENT, trousers=NIGHT, hair=NOTICE), 1, 0.15),
    ):
        shadow(c, x, y, 210, 46, 0.18)
        person(c, x, y, size, look, facing=facing, stride=stride)
    c.line(smooth([(590, 1030), (650, 1070), (700, 1076)]), 4, INK)
    dog(c, 730, 1146, 92, mix(UMBER, INK, 0.35))


def _near(c: Canvas) -> None:
    c.shape([*smooth([(0, 1290), (400, 1240), (900, 1290), (1500, 1270), (2000, 1220), (2400, 1250)]), (2400, 1350), (0, 1350)], mix(SNOW, FROST, 0.4))
    c.shape([*smooth([(1300, 1350), (1700, 1290), (2100, 1262), (2400, 1280)]), (2400, 1350)], SHADE)
    for x, y, tall in ((2300, 1370, 760), (2120, 1380, 470), (60, 1390, 560), (-40, 1370, 700)):
        spruce(c, x, y, tall, mix(NIGHT, ACCENT, 0.3), mix(FROST, PAPER, 0.4))


def _flakes(c: Canvas) -> None:
    rng = Random(3)
    for _ in range(60):
        size = rng.choice((2.4, 3.2, 3.2, 4.6))
        c.oval(rng.uniform(0, 2400), rng.uniform(60, 1300), size, size, mix(PAPER, SAND, 0.1))
