"""A ferry at dawn, its bow door open: cars and lorries roll ashore past those who check them."""

from . import sky
from .canvas import Canvas, mix, smooth
from .figures import Look, gull, person, shadow
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
    UMBER,
)
from .vehicles import car, lorry

HORIZON, QUAY = 760, 1010
WHITE, SHADE = mix(PAPER, PEACH, 0.18), mix(HAZE, STONE, 0.3)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, HAZE)
    _sky(c)
    _sea(c)
    _lighthouse(c)
    _cutter(c)
    _hull(c)
    _decks(c)
    _funnel(c)
    _quay(c)
    _bow_door(c)
    _traffic(c)
    return c


def _sky(c: Canvas) -> None:
    rows = ((130, 34, mix(HAZE, MIST, 0.35)), (290, -40, HAZE), (430, 34, mix(HAZE, PEACH, 0.45)), (550, -26, mix(SAND, PEACH, 0.5)), (660, 18, PEACH))
    sky.bands(c, HORIZON, rows, [(0, 1), (620, -1), (1300, 0.8), (1900, -0.8), (2400, 0.6)])
    c.oval(330, 730, 200, 200, PAPER, 0.28)
    c.oval(330, 730, 104, 104, mix(PAPER, SUN, 0.34))
    sky.clouds(c, ((110, 200, 520), (330, 240, 420), (40, 430, 330), (820, 130, 480), (620, 500, 300)))
    for x, y, span in ((560, 360, 70), (660, 320, 48), (470, 410, 40), (760, 610, 44)):
        gull(c, x, y, span, mix(SEA, PAPER, 0.12))


def _sea(c: Canvas) -> None:
    c.shape([*smooth([(0, 724), (180, 712), (420, 730), (620, 728), (900, 744), (1060, HORIZON)]), (0, HORIZON)], mix(MIST, PEACH, 0.3))
    c.box(0, HORIZON, 2400, 300, mix(MIST, SEA, 0.35))
    for y, tone in ((800, 0.5), (850, 0.62), (910, 0.76), (965, 0.9)):
        edge = smooth([(0, y), (500, y - 9), (1000, y + 7), (1600, y - 6), (2400, y + 5)])
        c.shape([*edge, (2400, 1060), (0, 1060)], mix(MIST, SEA, tone))
    for row, (y, half) in enumerate(((770, 80), (788, 56), (808, 96), (832, 64), (858, 112), (888, 72), (920, 104), (952, 60))):
        c.shape(smooth([(330 - half, y), (330, y - 5), (330 + half, y), (330, y + 5), (330 - half, y)]), mix(PEACH, PAPER, 0.3), 0.75 - row * 0.05)


def _lighthouse(c: Canvas) -> None:
    c.shape(smooth([(40, HORIZON + 10), (80, 736), (150, 728), (220, 744), (260, HORIZON + 10)]), mix(SEA, PEACH, 0.25))
    c.shape([(116, 732), (124, 596), (152, 596), (160, 732)], PAPER)
    c.shape([(140, 596), (152, 596), (160, 732), (144, 732)], SHADE)
    c.box(118, 636, 40, 34, NOTICE)
    c.box(114, 588, 48, 10, NIGHT)
    c.box(124, 560, 28, 30, mix(SUN, PAPER, 0.2))
    c.shape([(116, 560), (138, 530), (160, 560)], NOTICE)


def _cutter(c: Canvas) -> None:
    x, y = 640, 846
    c.shape([(x - 178, y - 42), (x + 150, y - 36), (x + 140, y), (x - 140, y)], ACCENT)
    c.shape([(x - 96, y - 40), (x - 70, y - 40), (x - 56, y - 2), (x - 84, y - 2)], SUN)
    c.box(x - 60, y - 86, 150, 48, WHITE)
    c.box(x + 50, y - 86, 40, 48, SHADE)
    c.shape([(x - 46, y - 126), (x + 40, y - 126), (x + 54, y - 86), (x - 58, y - 86)], PAPER)
    c.shape([(x - 40, y - 118), (x + 36, y - 118), (x + 40, y - 100), (x - 47, y - 100)], NIGHT)
    c.line([(x + 4, y - 126), (x + 4, y - 186)], 5, NIGHT)
    c.line([(x - 18, y - 168), (x + 26, y - 168)], 4, NIGHT)
    for window in range(4):
        c.box(x - 46 + window * 24, y - 72, 13, 14, NIGHT)
    c.shape(smooth([(x - 200, y + 2), (x - 60, y - 6), (x + 230, y), (x + 60, y + 9), (x - 200, y + 2)]), PAPER, 0.75)


def _hull(c: Canvas) -> None:
    side = [(1130, 640), (2400, 640), (2400, 1010), (1210, 1010), (1170, 900)]
    c.shape(side, ACCENT)
    c.shape([(1130, 640), (1400, 640), (1330, 1010), (1210, 1010), (1170, 900)], mix(ACCENT, SEA, 0.6))
    c.shape([(1130, 640), (2400, 640), (2400, 690), (1144, 690)], WHITE)
    c.shape([(1148, 706), (2400, 706), (2400, 722), (1152, 722)], RUST)
    for x in range(1450, 2400, 74):
        c.oval(x, 780, 11, 11, NIGHT)
        c.oval(x - 2, 779, 7, 7, AMBER if x % 5 == 0 else mix(SEA, MIST, 0.4))
    c.box(1190, 972, 1210, 40, mix(NOTICE, INK, 0.2))
    for y in (836, 868):
        c.line(smooth([(1770, y), (1850, y + 16), (1930, y), (2010, y + 16), (2090, y)]), 13, PAPER)


def _decks(c: Canvas) -> None:
    for left, top, foot in ((1190, 556, 640), (1240, 472, 556), (1330, 396, 472)):
        c.box(left, top, 2400 - left, foot - top, WHITE)
        c.box(left, top, 2400 - left, 9, PAPER)
        c.box(left, foot - 12, 2400 - left, 12, SHADE)
        c.shape([(left, top), (left + 40, top), (left + 40, foot), (left, foot)], mix(WHITE, SUN, 0.12))
        for count, x in enumerate(range(left + 62, 2400, 58)):
            lit = (count * 7 + left) % 5 < 2
            c.box(x, top + 24, 36, 32, AMBER if lit else ACCENT)
            c.box(x, top + 24, 36, 9, mix(AMBER, PAPER, 0.4) if lit else SEA)
    c.shape([(1350, 396), (1380, 316), (1700, 316), (1700, 396)], WHITE)
    c.shape([(1360, 384), (1380, 332), (1690, 332), (1690, 384)], NIGHT)
    for x in range(1430, 1690, 56):
        c.line([(x, 332), (x - 8, 384)], 6, WHITE)
    c.box(1370, 306, 340, 12, SHADE)
    for x in (1860, 2010, 2160):
        c.line([(x, 470), (x, 420), (x + 30, 402)], 6, STONE)
        c.line([(x + 104, 470), (x + 104, 420), (x + 80, 402)], 6, STONE)
        c.shape(smooth([(x - 8, 424), (x + 10, 452), (x + 52, 460), (x + 94, 452), (x + 112, 424)]), mix(AMBER, RUST, 0.4))
        c.shape([(x - 6, 424), (x + 14, 408), (x + 92, 408), (x + 110, 424)], mix(AMBER, PAPER, 0.35))


def _funnel(c: Canvas) -> None:
    c.shape([(1960, 396), (1990, 190), (2170, 190), (2210, 396)], RUST)
    c.shape([(2110, 190), (2170, 190), (2210, 396), (2130, 396)], mix(RUST, INK, 0.3))
    c.shape([(1973, 306), (1984, 232), (2178, 232), (2193, 306)], PAPER)
    c.shape([(2113, 232), (2178, 232), (2193, 306), (2122, 306)], SHADE)
    c.box(1984, 180, 192, 14, INK)
    smoke = smooth([(2040, 180), (2010, 130), (2070, 90), (2130, 96), (2200, 40), (2330, 30), (2420, -10), (2420, 60), (2300, 80), (2220, 100), (2150, 150), (2120, 180)])
    c.shape(smoke, PAPER, 0.55)
    c.line([(1540, 306), (1540, 150)], 9, WHITE)
    c.line([(1490, 214), (1590, 214)], 7, WHITE)
    c.line([(1508, 176), (1572, 176)], 5, SHADE)
    c.oval(1540, 146, 9, 9, NOTICE)


def _quay(c: Canvas) -> None:
    c.box(0, QUAY, 2400, 340, mix(SEA, NIGHT, 0.62))
    c.box(0, QUAY, 2400, 16, mix(STONE, SEA, 0.5))
    c.box(0, QUAY + 16, 2400, 22, mix(NIGHT, INK, 0.4))
    c.shape([(0, QUAY + 38), (2400, QUAY + 38), (2400, 1350), (0, 1350)], mix(NIGHT, ACCENT, 0.3))
    for y, tone in ((1130, 0.2), (1240, 0.45)):
        c.shape([*smooth([(0, y), (800, y - 12), (1700, y + 10), (2400, y - 6)]), (2400, 1350), (0, 1350)], mix(mix(NIGHT, ACCENT, 0.3), INK, tone))
    for x in range(-40, 2400, 210):
        c.shape([(x, 1150), (x + 120, 1150), (x + 112, 1162), (x - 8, 1162)], mix(SUN, NIGHT, 0.15))
    for x in (150, 700, 2180):
        c.shape([(x - 20, QUAY + 8), (x - 12, QUAY - 34), (x + 12, QUAY - 34), (x + 20, QUAY + 8)], INK)
        c.shape(smooth([(x - 34, QUAY - 30), (x - 26, QUAY - 48), (x + 26, QUAY - 48), (x + 34, QUAY - 30)]), INK)
    c.line(smooth([(2180, QUAY - 34), (2260, 960), (2400, 880)]), 5, mix(SAND, UMBER, 0.3))


def _bow_door(c: Canvas) -> None:
    """The visor stands open above, the ramp reaches the quay, and light falls out of the car deck."""
    c.shape([(1148, 742), (1330, 742), (1330, 1000), (1216, 1000), (1176, 900)], INK)
    c.shape([(1176, 762), (1316, 762), (1316, 1000), (1222, 1000), (1186, 900)], mix(AMBER, UMBER, 0.35))
    c.shape([(1216, 800), (1316, 790), (1316, 1000), (1234, 1000)], mix(AMBER, PAPER, 0.3))
    for x in (1240, 1276):
        c.line([(x, 764), (x + 6, 800)], 7, mix(PAPER, SUN, 0.2))
    c.shape([(1126, 640), (1150, 690), (1150, 738), (1010, 566), (1030, 520), (1090, 560)], mix(ACCENT, SEA, 0.5))
    c.shape([(1126, 640), (1090, 560), (1030, 520), (1042, 510), (1106, 546), (1140, 626)], WHITE)
    c.shape([(1010, 566), (1150, 738), (1150, 716), (1022, 556)], RUST)
    c.shape([(1218, 996), (1330, 996), (1330, 1030), (960, 1084), (930, 1072)], mix(STONE, NIGHT, 0.35))
    c.shape([(1218, 996), (1330, 996), (1010, 1064), (930, 1072)], mix(STONE, PEACH, 0.35))
    c.shape([(1218, 1006), (1330, 1012), (1000, 1190), (520, 1170)], mix(AMBER, SUN, 0.4), 0.16)


def _traffic(c: Canvas) -> None:
    car(c, 1130, 1034, 190, NOTICE)
    lorry(c, 700, 1128, 520, RUST, PAPER)
    car(c, 200, 1132, 280, OCHRE)
    for x, y, size, look, facing in (
        (1010, 1236, 250, Look(coat=NIGHT, trousers=INK, vest=True, cap=True), -1),
        (1560, 1190, 226, Look(coat=ACCENT, trousers=NIGHT, vest=True, hair=INK), -1),
        (1660, 1196, 230, Look(coat=NIGHT, trousers=INK, hair=NIGHT, cap=True), -1),
    ):
        shadow(c, x, y, 190, 40)
        person(c, x, y, size, look, facing=facing)
    c.box(1514, 1100, 34, 46, PAPER)
    c.shape([(1780, 1150), (1796, 1090), (1812, 1150)], mix(AMBER, RUST, 0.5))
    c.shape([(1900, 1240), (1920, 1164), (1940, 1240)], mix(AMBER, RUST, 0.5))
    for x, y, w in ((1796, 1122, 9), (1920, 1206, 12)):
        c.box(x - w, y, w * 2, w, PAPER)
    c.box(1766, 1148, 60, 9, INK)
    c.box(1882, 1238, 76, 11, INK)
    c.box(0, 1344, 2400, 6, mix(NIGHT, FROST, 0.05))
