"""A winter morning in the north: fells, a frozen lake, a red house with light in the window, and a car on its way."""

from random import Random

from . import sky
from .canvas import Canvas, mix, smooth
from .figures import Look, person, spruce
from .palette import (
    ACCENT,
    AMBER,
    FROST,
    HAZE,
    INK,
    MIST,
    NIGHT,
    NOTICE,
    PAPER,
    PEACH,
    RUST,
    SAND,
    SEA,
    STONE,
    SUN,
)

SNOW, SHADE = mix(PAPER, FROST, 0.2), mix(FROST, HAZE, 0.55)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, MIST)
    _sky(c)
    _fells(c)
    _lake(c)
    _forest(c)
    _slope(c)
    _house(c)
    _road(c)
    _near(c)
    return c


def _sky(c: Canvas) -> None:
    rows = (
        (110, 30, mix(MIST, HAZE, 0.55)), (240, -36, mix(HAZE, FROST, 0.3)), (360, 30, mix(FROST, PEACH, 0.3)),
        (460, -20, mix(SAND, PEACH, 0.55)), (540, 14, PEACH),
    )
    sky.bands(c, 900, rows, [(0, -1), (700, 1), (1500, -1), (2400, 1)])
    c.oval(470, 520, 170, 170, PAPER, 0.3)
    c.oval(470, 520, 84, 84, mix(PAPER, SUN, 0.3))
    sky.clouds(c, ((1300, 150, 620), (1560, 190, 460), (120, 250, 480), (1900, 330, 420)), opacity=0.55)


def _fells(c: Canvas) -> None:
    far = [(0, 600), (220, 560), (420, 590), (700, 500), (900, 452), (1010, 440), (1130, 470), (1330, 540), (1560, 470), (1720, 400), (1850, 380), (1990, 430), (2180, 500), (2400, 470)]
    c.shape([*smooth(far), (2400, 820), (0, 820)], mix(SNOW, PEACH, 0.22))
    for face in (
        [(1010, 440), (1060, 500), (1030, 548), (1110, 610), (1090, 700), (1420, 700), (1330, 540), (1130, 470)],
        [(1850, 380), (1880, 450), (1840, 510), (1930, 590), (1900, 700), (2400, 700), (2400, 470), (2180, 500), (1990, 430)],
        [(420, 590), (450, 630), (430, 700), (700, 700), (620, 620), (540, 545)],
    ):  # fmt: skip
        c.shape(smooth(face, 8), mix(SHADE, MIST, 0.2))
    middle = [(0, 664), (300, 622), (620, 668), (1000, 640), (1400, 676), (1800, 628), (2120, 650), (2400, 610)]
    c.shape([*smooth(middle), (2400, 840), (0, 840)], mix(HAZE, MIST, 0.3))
    rng = Random(5)
    for x in range(0, 2400, 13):
        y = 700 - 26 * (1 if 900 < x < 1500 else 0.4) + rng.uniform(-6, 6)
        tall = rng.uniform(26, 58)
        c.shape([(x - 12, y + 100), (x, y - tall + 30), (x + 12, y + 100)], mix(MIST, SEA, 0.3))
    c.box(0, 742, 2400, 60, mix(MIST, SEA, 0.3))


def _lake(c: Canvas) -> None:
    c.shape([*smooth([(0, 762), (700, 752), (1500, 760), (2400, 750)]), (2400, 1010), (0, 1010)], mix(FROST, SNOW, 0.5))
    for x, y, w, tone in ((420, 800, 700, PEACH), (560, 838, 420, PEACH), (1500, 806, 640, HAZE), (1240, 850, 500, HAZE), (360, 880, 520, PEACH), (1700, 884, 560, HAZE)):
        c.shape(smooth([(x - w / 2, y), (x, y - 8), (x + w / 2, y), (x, y + 9), (x - w / 2, y)]), tone, 0.6)
    for x, y, size in ((1010, 812, 54), (1100, 822, 50)):
        c.shape([(x + 4, y), (x + 110, y + 14), (x - 4, y + 4)], SEA, 0.35)
        person(c, x, y, size, Look(coat=NIGHT, trousers=INK, hair=NOTICE), facing=1 if x < 1050 else -1)
    c.oval(1056, 830, 17, 5, SEA)
    c.line(smooth([(1086, 800), (1068, 806), (1058, 828)]), 1.6, INK)


def _forest(c: Canvas) -> None:
    rng = Random(8)
    for start, end, foot, low, high, tone in ((1500, 2420, 900, 120, 240, 0.25), (-20, 330, 900, 110, 210, 0.25), (1760, 2440, 960, 200, 330, 0.6)):
        for x in range(start, end, 46):
            colour = mix(SEA, NIGHT, tone + rng.uniform(-0.08, 0.08))
            y = foot + rng.uniform(-14, 18)
            spruce(c, x + rng.uniform(-14, 14), y, rng.uniform(low, high), colour, mix(colour, FROST, 0.62))


def _slope(c: Canvas) -> None:
    hill = smooth([(0, 900), (260, 880), (560, 930), (900, 1000), (1250, 990), (1600, 940), (1980, 920), (2400, 890)])
    c.shape([*hill, (2400, 1350), (0, 1350)], SNOW)
    for points, tone in (
        ([(700, 960), (900, 1000), (1250, 990), (1600, 940), (1980, 920), (2400, 890), (2400, 960), (1900, 990), (1400, 1060), (1000, 1050)], SHADE),
        ([(0, 1010), (300, 980), (640, 1040), (500, 1080), (200, 1060)], mix(SHADE, SNOW, 0.5)),
    ):  # fmt: skip
        c.shape(smooth(points, 8), tone, 0.6)
    for x, y, reach in ((1850, 960, 240), (1990, 968, 260), (2160, 950, 260), (2290, 950, 220)):
        c.shape([(x - 12, y), (x + 12, y), (x + reach, y + 66), (x + reach - 30, y + 50)], MIST, 0.35)


def _house(c: Canvas) -> None:
    x, y = 1330, 1010
    c.shape([(x + 10, y), (x + 300, y - 4), (x + 640, y + 60), (x + 500, y + 96), (x + 200, y + 52)], MIST, 0.45)
    c.box(x + 216, y - 300, 44, 130, mix(RUST, NIGHT, 0.45))
    c.box(x + 210, y - 308, 56, 16, SNOW)
    smoke = smooth([(x + 226, y - 312), (x + 214, y - 380), (x + 260, y - 440), (x + 240, y - 520), (x + 300, y - 600), (x + 340, y - 690), (x + 350, y - 600), (x + 296, y - 520), (x + 300, y - 440), (x + 250, y - 380), (x + 250, y - 312)])
    c.shape(smoke, PAPER, 0.62)
    c.shape([(x, y), (x, y - 140), (x + 92, y - 236), (x + 184, y - 140), (x + 184, y)], mix(RUST, NOTICE, 0.35))
    c.box(x + 184, y - 140, 200, 140, mix(NOTICE, NIGHT, 0.3))
    for plank in range(24, 184, 24):
        c.line([(x + plank, y - 150), (x + plank, y)], 2, mix(NOTICE, INK, 0.25))
    for plank in range(208, 384, 24):
        c.line([(x + plank, y - 136), (x + plank, y)], 2, mix(NOTICE, INK, 0.5))
    c.shape([(x + 92, y - 252), (x + 300, y - 252), (x + 408, y - 134), (x + 196, y - 134)], SNOW)
    c.shape([(x + 196, y - 134), (x + 408, y - 134), (x + 404, y - 122), (x + 190, y - 122)], SHADE)
    c.shape([(x - 16, y - 134), (x + 92, y - 252), (x + 108, y - 240), (x + 2, y - 122)], SNOW)
    c.shape([(x + 92, y - 252), (x + 200, y - 134), (x + 184, y - 122), (x + 84, y - 232)], SHADE)
    for wx, wy, w, h in ((x + 58, y - 112, 62, 66), (x + 214, y - 104, 46, 56), (x + 318, y - 104, 46, 56)):
        c.box(wx - 7, wy - 7, w + 14, h + 14, PAPER)
        c.box(wx, wy, w, h, AMBER)
        c.box(wx, wy, w, h * 0.4, mix(AMBER, PAPER, 0.35))
        c.box(wx + w / 2 - 2.5, wy, 5, h, PAPER)
        c.box(wx, wy + h / 2 - 2.5, w, 5, PAPER)
    c.box(x + 272, y - 104, 36, 104, NIGHT)
    for px in (x - 4, x + 180):
        c.box(px, y - 142, 9, 142, PAPER)
    c.shape([(x + 30, y + 4), (x + 150, y + 4), (x + 180, y + 40), (x - 10, y + 40)], PEACH, 0.5)


def _road(c: Canvas) -> None:
    left = smooth([(250, 1350), (420, 1230), (700, 1150), (1010, 1106), (1180, 1070), (1270, 1034)])
    right = smooth([(1312, 1036), (1240, 1080), (1110, 1130), (900, 1196), (720, 1270), (640, 1350)])
    c.shape([*left, *right], mix(HAZE, MIST, 0.25))
    c.shape([*smooth([(388, 1350), (530, 1250), (770, 1174), (1050, 1116), (1200, 1078), (1284, 1034)]), *smooth([(1292, 1036), (1214, 1080), (1070, 1124), (810, 1188), (590, 1270), (470, 1350)])], mix(FROST, HAZE, 0.6))
    for x, y, tall in ((340, 1240, 150), (560, 1164, 118), (940, 1094, 76), (1140, 1062, 54), (760, 1290, 160), (960, 1200, 112), (1160, 1122, 78)):
        c.line([(x, y), (x + tall * 0.03, y - tall)], max(3, tall * 0.045), RUST)
        c.line([(x + tall * 0.026, y - tall * 0.86), (x + tall * 0.03, y - tall)], max(3, tall * 0.06), SUN)
        c.shape([(x, y), (x + tall * 0.9, y + tall * 0.2), (x + tall * 0.86, y + tall * 0.24)], SEA, 0.4)
    _car(c, 672, 1212, 1.05)


def _car(c: Canvas, x: float, y: float, u: float) -> None:
    c.shape([(x - 60 * u, y), (x + 80 * u, y), (x + 210 * u, y + 34 * u), (x + 30 * u, y + 30 * u)], SEA, 0.5)
    c.shape([(x - 74 * u, y + 18 * u), (x - 110 * u, y + 70 * u), (x + 14 * u, y + 70 * u), (x + 40 * u, y + 18 * u)], mix(PEACH, PAPER, 0.4), 0.6)
    for dx in (-58, 50):
        c.box(x + dx * u, y - 18 * u, 26 * u, 32 * u, INK)
    c.shape(smooth([(x - 66 * u, y - 2 * u), (x - 70 * u, y - 48 * u), (x - 56 * u, y - 62 * u), (x + 66 * u, y - 62 * u), (x + 82 * u, y - 48 * u), (x + 80 * u, y - 2 * u)], 5), PAPER)
    c.shape([(x + 62 * u, y - 62 * u), (x + 84 * u, y - 50 * u), (x + 82 * u, y - 2 * u), (x + 60 * u, y - 2 * u)], SHADE)
    c.shape([(x - 54 * u, y - 62 * u), (x - 38 * u, y - 112 * u), (x + 48 * u, y - 112 * u), (x + 66 * u, y - 62 * u)], ACCENT)
    c.shape([(x - 45 * u, y - 64 * u), (x - 32 * u, y - 103 * u), (x + 42 * u, y - 103 * u), (x + 56 * u, y - 64 * u)], mix(MIST, FROST, 0.4))
    c.shape([(x - 45 * u, y - 64 * u), (x - 32 * u, y - 103 * u), (x - 2 * u, y - 103 * u), (x - 24 * u, y - 64 * u)], PAPER)
    c.box(x - 70 * u, y - 34 * u, 152 * u, 13 * u, ACCENT)
    c.box(x - 26 * u, y - 122 * u, 62 * u, 11 * u, NIGHT)
    c.box(x - 22 * u, y - 122 * u, 22 * u, 11 * u, "#3d8fd1")
    c.box(x + 10 * u, y - 122 * u, 22 * u, 11 * u, "#3d8fd1")
    for dx in (-62, 54):
        c.oval(x + dx * u + 8 * u, y - 44 * u, 12 * u, 8 * u, mix(PAPER, SUN, 0.6))
    c.box(x - 18 * u, y - 16 * u, 44 * u, 10 * u, STONE)


def _near(c: Canvas) -> None:
    bank = smooth([(1250, 1350), (1500, 1268), (1800, 1236), (2100, 1180), (2400, 1150)])
    c.shape([*bank, (2400, 1350)], mix(SHADE, MIST, 0.25))
    c.shape([*bank, (2400, 1176), *smooth([(2100, 1206), (1800, 1262), (1500, 1292), (1330, 1350)])], SNOW)
    for x, y, tall in ((2290, 1290, 900), (2060, 1330, 640), (2420, 1350, 700), (60, 1330, 720), (-40, 1350, 560), (180, 1350, 440)):
        spruce(c, x, y, tall, mix(NIGHT, ACCENT, 0.3), mix(FROST, PAPER, 0.4))
    c.shape([*smooth([(0, 1290), (140, 1280), (300, 1350)]), (0, 1350)], SNOW)
