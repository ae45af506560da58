"""A reading room, upright: daylight through a tall window on a desk where someone reads a file."""

from random import Random

from .canvas import Canvas, mix, smooth
from .palette import (
    ACCENT,
    AMBER,
    FROST,
    HAZE,
    INK,
    LINE,
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

FLOOR = 1900
WALL = mix(SEA, MIST, 0.3)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(1920, 2400, WALL)
    _room(c)
    _window(c)
    _shelf(c)
    _light(c)
    _clock(c)
    _chair(c)
    _reader(c)
    _desk(c)
    _plant(c)
    return c


def _room(c: Canvas) -> None:
    c.box(0, 0, 1920, 150, mix(WALL, NIGHT, 0.2))
    c.box(0, 142, 1920, 14, mix(WALL, PAPER, 0.3))
    c.box(0, 1440, 1920, 460, mix(WALL, ACCENT, 0.62))
    c.box(0, 1428, 1920, 16, mix(WALL, PAPER, 0.32))
    for x in range(70, 1920, 300):
        c.box(x, 1500, 230, 320, mix(WALL, ACCENT, 0.78))
        c.box(x, 1500, 230, 8, mix(WALL, NIGHT, 0.5))
        c.box(x, 1812, 230, 8, mix(WALL, PAPER, 0.2))
    c.box(0, 1866, 1920, 34, NIGHT)
    c.box(0, FLOOR, 1920, 500, mix(UMBER, STONE, 0.42))
    for y, tone in ((1980, 0.12), (2090, 0.26), (2230, 0.42)):
        c.box(0, y, 1920, 2400 - y, mix(mix(UMBER, STONE, 0.42), NIGHT, tone))
    for x in range(-1500, 3600, 190):
        c.line([(700 + (x - 700) * 0.55, FLOOR), (x, 2400)], 2.5, mix(UMBER, NIGHT, 0.35))


def _window(c: Canvas) -> None:
    left, top, right, foot = 150, 280, 850, 1330
    c.box(left - 44, top - 44, right - left + 88, foot - top + 70, mix(PAPER, HAZE, 0.2))
    c.box(right + 4, top - 44, 40, foot - top + 70, mix(PAPER, HAZE, 0.55))
    c.box(left, top, right - left, foot - top, mix(HAZE, FROST, 0.5))
    for y, tone in ((560, FROST), (760, mix(FROST, SAND, 0.6)), (930, mix(SAND, PEACH, 0.4))):
        c.shape([*smooth([(left, y), (380, y - 30), (620, y + 20), (right, y - 16)]), (right, foot), (left, foot)], tone)
    c.shape(smooth([(300, 480), (420, 458), (560, 466), (690, 482), (520, 494), (300, 480)]), PAPER)
    far, near = mix(MIST, PEACH, 0.28), mix(SEA, MIST, 0.42)
    for x, y, w in ((150, 1010, 130), (270, 960, 110), (370, 1030, 150), (610, 990, 120), (720, 1040, 130)):
        c.box(x, y, w, foot - y, far)
        c.shape([(x, y), (x + w / 2, y - 50), (x + w, y)], far)
    c.box(520, 800, 44, 400, far)
    c.shape([(514, 800), (542, 660), (570, 800)], mix(far, SEA, 0.3))
    for x, y, w in ((150, 1160, 190), (330, 1120, 170), (490, 1180, 200), (680, 1130, 170)):
        c.box(x, y, w, foot - y, near)
        c.shape([(x, y), (x + 22, y - 54), (x + w - 22, y - 54), (x + w, y)], mix(RUST, MIST, 0.3))
        for pane in range(3):
            c.box(x + 24 + pane * 50, y + 40, 20, 36, mix(AMBER, PAPER, 0.4) if (pane + x) % 5 == 0 else mix(near, NIGHT, 0.35))
    for x in (left + 224, left + 458):
        c.box(x, top, 18, foot - top, PAPER)
        c.box(x + 12, top, 6, foot - top, HAZE)
    for y in (top + 330, top + 690):
        c.box(left, y, right - left, 18, PAPER)
        c.box(left, y + 12, right - left, 6, HAZE)
    c.box(left - 80, foot + 20, right - left + 160, 36, PAPER)
    c.box(left - 80, foot + 46, right - left + 160, 16, mix(MIST, NIGHT, 0.2))
    c.shape([(0, 204), (150, 204), (124, 760), (136, 1420), (0, 1420)], mix(OCHRE, SAND, 0.45))
    c.shape([(96, 204), (150, 204), (124, 760), (136, 1420), (92, 1420), (84, 760)], mix(OCHRE, UMBER, 0.25))
    c.box(0, 186, 1000, 18, UMBER)
    c.shape([(900, 204), (1000, 204), (996, 1420), (930, 1420), (944, 800)], mix(OCHRE, SAND, 0.45))
    c.shape([(960, 204), (1000, 204), (996, 1420), (962, 1420), (976, 800)], mix(OCHRE, UMBER, 0.25))


def _shelf(c: Canvas) -> None:
    left, top = 1260, 420
    c.box(left - 18, top - 18, 700, 1460, mix(UMBER, NIGHT, 0.35))
    c.box(left, top, 680, 1440, mix(UMBER, NIGHT, 0.66))
    rng = Random(17)
    for row in range(6):
        foot = top + 226 + row * 236
        x = left + 10.0
        while x < 1900:
            colour, run = rng.choice((ACCENT, SAND, MIST, RUST, PAPER, OCHRE, SEA, STONE)), rng.randint(2, 5)
            tall = rng.choice((150, 168, 168, 184))
            if rng.random() < 0.16:
                x += rng.uniform(30, 80)
                continue
            for _ in range(run):
                width = rng.choice((34, 40, 46))
                tone = mix(colour, NIGHT, 0.18 + 0.14 * (x > 1600))
                c.box(x, foot - tall, width - 3, tall, tone)
                c.box(x, foot - tall, 8, tall, mix(tone, PAPER, 0.2))
                c.box(x + 12, foot - tall * 0.84, width - 22, tall * 0.3, mix(PAPER if colour not in (PAPER, SAND) else MIST, NIGHT, 0.2))
                c.oval(x + width / 2, foot - tall * 0.26, 6, 6, mix(tone, NIGHT, 0.6))
                x += width
        c.box(left - 8, foot, 700, 16, mix(UMBER, STONE, 0.12))


def _light(c: Canvas) -> None:
    beam = mix(PAPER, PEACH, 0.6)
    for x in (150, 392, 626):
        c.shape([(x + 470, 1428), (x + 670, 1428), (x + 850, FLOOR), (x + 650, FLOOR)], beam, 0.13)
        c.shape([(x + 650, FLOOR), (x + 850, FLOOR), (x + 1096, 2400), (x + 880, 2400)], beam, 0.26)
    c.shape([(1000, 320), (1240, 470), (1240, 1180), (1000, 960)], beam, 0.16)
    c.shape([(1242, 470), (1560, 660), (1560, 1450), (1242, 1180)], beam, 0.14)


def _clock(c: Canvas) -> None:
    c.oval(1122, 330, 92, 92, NIGHT)
    c.oval(1118, 326, 80, 80, PAPER)
    for x, y in ((1118, 262), (1118, 390), (1054, 326), (1182, 326)):
        c.oval(x, y, 5, 5, INK)
    c.line([(1118, 326), (1082, 298)], 9, INK)
    c.line([(1118, 326), (1130, 270)], 6, INK)
    c.oval(1118, 326, 8, 8, NOTICE)


def _chair(c: Canvas) -> None:
    wood = mix(UMBER, NIGHT, 0.3)
    c.shape([(960, 2170), (1480, 2170), (1800, 2270), (1180, 2270)], INK, 0.32)
    c.shape([(1392, 1330), (1428, 1330), (1404, 1820), (1366, 1820)], wood)
    c.shape([(1366, 1360), (1430, 1352), (1424, 1500), (1362, 1500)], mix(wood, OCHRE, 0.25))
    c.shape([(1366, 1570), (1418, 1566), (1412, 1640), (1362, 1640)], mix(wood, OCHRE, 0.25))
    c.shape([(1010, 1806), (1400, 1806), (1396, 1852), (1020, 1852)], mix(wood, OCHRE, 0.3))
    for x, lean in ((1040, -16), (1366, 26)):
        c.shape([(x, 1850), (x + 36, 1850), (x + 28 + lean, 2180), (x + 4 + lean, 2180)], wood)


def _reader(c: Canvas) -> None:
    coat, dark = NOTICE, mix(NOTICE, INK, 0.35)
    trousers = mix(NIGHT, ACCENT, 0.4)
    c.shape(smooth([(1330, 1700), (1200, 1690), (960, 1706), (900, 1750), (930, 1830), (1130, 1830), (1340, 1816)]), trousers)
    c.shape([(896, 1740), (990, 1760), (960, 2110), (880, 2110)], trousers)
    c.shape([(952, 1770), (990, 1760), (960, 2110), (930, 2110)], mix(trousers, INK, 0.5))
    c.shape([(880, 2100), (964, 2100), (962, 2168), (792, 2168), (810, 2134)], INK)
    body = smooth([(1086, 1206), (1180, 1166), (1288, 1196), (1352, 1320), (1374, 1520), (1352, 1760), (1120, 1770), (1104, 1600), (1060, 1420), (1064, 1280), (1086, 1206)])
    c.shape(body, coat)
    c.shape(smooth([(1230, 1172), (1290, 1198), (1352, 1320), (1374, 1520), (1352, 1760), (1270, 1764), (1300, 1560), (1286, 1340), (1230, 1172)]), dark)
    c.shape([(1112, 1110), (1200, 1120), (1214, 1200), (1150, 1226), (1092, 1200)], mix(SKIN, INK, 0.2))
    c.shape(smooth([(1080, 930), (1046, 1000), (1026, 1052), (1050, 1062), (1050, 1100), (1070, 1142), (1130, 1150), (1200, 1100), (1210, 1000), (1170, 930), (1080, 930)]), SKIN)
    c.shape(smooth([(1064, 960), (1090, 890), (1160, 866), (1236, 906), (1262, 990), (1240, 1090), (1200, 1130), (1176, 1100), (1180, 1040), (1150, 1000), (1130, 950), (1064, 960)]), mix(INK, UMBER, 0.3))
    c.oval(1262, 912, 54, 50, mix(INK, UMBER, 0.3))
    c.line([(1044, 1020), (1090, 1022)], 6, INK)
    c.oval(1066, 1026, 24, 22, INK)
    c.oval(1066, 1026, 18, 16, mix(SKIN, PAPER, 0.35))
    c.line([(1090, 1022), (1176, 1034)], 6, INK)
    c.shape(smooth([(1084, 1220), (1140, 1240), (1210, 1210), (1200, 1176), (1140, 1200), (1090, 1190), (1084, 1220)]), PAPER)


def _desk(c: Canvas) -> None:
    top, wood = 1560, mix(OCHRE, UMBER, 0.35)
    c.shape([(180, 2120), (900, 2120), (1000, 2200), (330, 2200)], INK, 0.3)
    c.box(120, top + 40, 900, 70, mix(wood, NIGHT, 0.45))
    for x in (160, 930):
        c.shape([(x, top + 110), (x + 58, top + 110), (x + 44, 2130), (x + 14, 2130)], mix(wood, NIGHT, 0.35))
        c.shape([(x, top + 110), (x + 20, top + 110), (x + 28, 2130), (x + 14, 2130)], wood)
    c.box(90, top, 960, 44, mix(wood, SAND, 0.25))
    c.box(90, top, 960, 12, mix(wood, PAPER, 0.6))
    for x, y, width, colour in ((150, 1516, 260, RUST), (160, 1474, 230, SEA), (146, 1434, 246, SAND), (170, 1400, 204, ACCENT)):
        c.box(x, y, width, 42 if y > 1410 else 34, colour)
        c.box(x, y + 8, 16, 22, PAPER)
        c.box(x + width - 60, y, 60, 42 if y > 1410 else 34, mix(colour, INK, 0.25))
    c.shape([(560, 1556), (600, 1424), (850, 1400), (884, 1540), (880, 1560), (566, 1560)], PAPER)
    c.shape([(724, 1412), (850, 1400), (884, 1540), (880, 1560), (728, 1560)], mix(PAPER, HAZE, 0.3))
    for row in range(6):
        for start, end in ((614 - row * 5, 708), (742 + row, 834 + row * 6)):
            c.line([(start, 1446 + row * 18), (end - (row % 3) * 18, 1444 + row * 18)], 4, mix(MIST, LINE, 0.3))
    c.line(smooth([(1170, 1296), (1120, 1440), (1060, 1506), (920, 1520)]), 84, mix(NOTICE, INK, 0.12))
    c.shape(smooth([(930, 1486), (880, 1480), (836, 1500), (840, 1524), (890, 1540), (934, 1546), (930, 1486)]), SKIN)
    c.line([(862, 1490), (826, 1430)], 9, INK)
    _lamp(c, 468, top)


def _lamp(c: Canvas, x: float, foot: float) -> None:
    c.shape([(x - 60, foot), (x - 48, foot - 22), (x + 48, foot - 22), (x + 60, foot)], NIGHT)
    c.line([(x, foot - 20), (x - 50, foot - 200), (x + 50, foot - 330)], 12, NIGHT)
    c.oval(x - 50, foot - 200, 13, 13, AMBER)
    c.shape([(x + 10, foot - 352), (x + 74, foot - 372), (x + 186, foot - 268), (x + 40, foot - 226)], ACCENT)
    c.shape([(x + 10, foot - 352), (x + 40, foot - 362), (x + 96, foot - 240), (x + 40, foot - 226)], SEA)
    c.shape([(x + 40, foot - 226), (x + 186, foot - 268), (x + 176, foot - 250), (x + 58, foot - 216)], mix(SUN, PAPER, 0.5))
    c.shape([(x + 50, foot - 222), (x + 180, foot - 258), (x + 430, foot), (x + 60, foot)], SUN, 0.13)


def _plant(c: Canvas) -> None:
    x, foot = 1730, 2260
    c.oval(x + 60, foot, 190, 34, INK, 0.32)
    for lean, tall, tone in ((-210, 520, 0.1), (200, 500, 0.6), (-120, 660, 0.2), (130, 640, 0.55), (-20, 740, 0.3), (-260, 360, 0.15), (230, 360, 0.7)):
        colour = mix(mix(SEA, OCHRE, 0.32), NIGHT, tone)
        base, tip = (x, foot - 190), (x + lean, foot - 190 - tall)
        bend = (x + lean * 0.3 - tall * 0.05, foot - 190 - tall * 0.55)
        c.shape([*smooth([base, (bend[0] - 56, bend[1]), tip]), *smooth([tip, (bend[0] + 56, bend[1] + 24), base])], colour)
        c.line(smooth([base, bend, tip]), 5, mix(colour, PAPER, 0.25))
    c.shape([(x - 118, foot - 210), (x + 118, foot - 210), (x + 84, foot), (x - 84, foot)], PAPER)
    c.shape([(x + 20, foot - 210), (x + 118, foot - 210), (x + 84, foot), (x + 14, foot)], mix(PAPER, MIST, 0.5))
    c.box(x - 128, foot - 232, 256, 34, mix(PAPER, HAZE, 0.3))
