"""A bus stopped under the roof of a border control at dusk: officers, open luggage holds, and cartons on the ground."""

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
    SKIN,
    STONE,
    SUN,
    UMBER,
)

GROUND = 900


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, MIST)
    _sky_and_sea(c)
    _bridge(c)
    _ground(c)
    _booth(c)
    _roof(c)
    _bus(c)
    _holds(c)
    _people(c)
    _cartons(c)
    return c


def _sky_and_sea(c: Canvas) -> None:
    rows = ((120, 30, mix(MIST, HAZE, 0.5)), (300, -36, HAZE), (440, 30, mix(HAZE, SAND, 0.5)), (560, -22, mix(SAND, PEACH, 0.4)), (670, 16, PEACH))
    sky.bands(c, GROUND, rows, [(0, 1), (600, -1), (1300, 1), (1900, -1), (2400, 0)])
    sky.clouds(c, ((60, 210, 420), (300, 250, 300), (20, 470, 260)))
    c.box(0, 790, 2400, 110, mix(MIST, PEACH, 0.25))
    c.shape([*smooth([(0, 838), (500, 830), (1200, 842), (2400, 832)]), (2400, 900), (0, 900)], mix(SEA, MIST, 0.55))
    for x, y, span in ((470, 330, 60), (560, 300, 44), (410, 396, 36)):
        gull(c, x, y, span, ACCENT)


def _bridge(c: Canvas) -> None:
    tone = mix(SEA, PEACH, 0.28)
    for foot in (240, 706):
        for dx in (-14, 34):
            c.shape([(foot + dx - 9, 800), (foot + dx - 4, 330), (foot + dx + 4, 330), (foot + dx + 9, 800)], tone)
        for stay in range(1, 9):
            for reach in (-stay * 28, stay * 28):
                c.line([(foot, 350 + (9 - stay) * 26), (foot + reach, 742)], 2.4, mix(tone, PEACH, 0.2))
    c.shape([(0, 752), (700, 738), (1500, 752), (1500, 764), (700, 750), (0, 764)], tone)
    for pier in (40, 470, 620, 780, 1240):
        c.box(pier, 748, 12, 60, tone)
    for x in (120, 168, 560, 690, 866):
        c.box(x, 732, 26, 11, mix(tone, NIGHT, 0.4))


def _ground(c: Canvas) -> None:
    c.box(0, 884, 2400, 470, mix(SEA, STONE, 0.35))
    c.box(0, 884, 2400, 10, mix(MIST, SAND, 0.5))
    for top, tone in ((990, 0.35), (1120, 0.62), (1240, 0.85)):
        c.shape([(0, top + 14), (2400, top - 10), (2400, 1350), (0, 1350)], mix(mix(SEA, STONE, 0.25), NIGHT, tone))
    for x in range(-80, 2500, 400):
        c.shape([(x, 1210), (x + 190, 1209), (x + 178, 1224), (x - 16, 1225)], mix(PAPER, SEA, 0.35))
    for x in (1000, 1580, 2160):
        c.oval(x, 1054, 330, 52, PEACH, 0.2)


def _booth(c: Canvas) -> None:
    c.shape([(120, 1016), (452, 1016), (560, 1050), (210, 1050)], INK, 0.28)
    c.box(132, 640, 300, 376, ACCENT)
    c.box(132, 640, 76, 376, SEA)
    c.box(108, 612, 350, 34, NIGHT)
    c.box(108, 612, 350, 8, MIST)
    c.box(230, 690, 172, 150, AMBER)
    c.box(230, 690, 172, 46, mix(AMBER, PAPER, 0.4))
    c.oval(318, 776, 23, 27, SKIN)
    c.shape(smooth([(294, 770), (298, 748), (318, 742), (340, 750), (342, 768), (318, 758), (294, 770)]), NIGHT)
    c.shape([(276, 840), (288, 808), (318, 800), (350, 808), (362, 840)], NIGHT)
    for x in (228, 268, 400):
        c.box(x, 688, 6, 154, NIGHT)
    c.box(216, 838, 202, 14, NIGHT)
    c.box(150, 690, 40, 290, mix(SEA, MIST, 0.45))
    c.box(496, 880, 40, 140, NIGHT)
    c.box(496, 880, 13, 140, ACCENT)
    for piece in range(9):
        colour = NOTICE if piece % 2 == 0 else PAPER
        c.shape([(506 + piece * 17, 898 - piece * 50), (524 + piece * 17, 898 - piece * 50), (541 + piece * 17, 848 - piece * 50), (523 + piece * 17, 848 - piece * 50)], colour)
    c.oval(516, 898, 19, 19, INK)


def _roof(c: Canvas) -> None:
    for x in (806, 1490, 2250):
        c.box(x, 330, 40, 610, mix(ACCENT, MIST, 0.2))
        c.box(x, 330, 13, 610, mix(MIST, FROST, 0.2))
        c.box(x - 14, 924, 68, 22, NIGHT)
    for x in (1000, 1580, 2160):
        c.shape([(x - 90, 350), (x + 90, 350), (x + 330, 1054), (x - 330, 1054)], mix(PAPER, PEACH, 0.5), 0.16)
    c.shape([(590, 226), (2400, 164), (2400, 300), (650, 316)], NIGHT)
    c.shape([(650, 316), (2400, 300), (2400, 348), (760, 356)], mix(NIGHT, INK, 0.6))
    c.shape([(590, 226), (2400, 164), (2400, 182), (592, 243)], MIST)
    c.shape([(590, 226), (650, 316), (760, 356), (716, 300)], ACCENT)
    for x in (1000, 1580, 2160):
        c.shape([(x - 90, 334), (x + 90, 332), (x + 104, 350), (x - 76, 352)], mix(SUN, PAPER, 0.55))


def _bus(c: Canvas) -> None:
    c.shape([(850, 1046), (2150, 1046), (2330, 1092), (930, 1092)], INK, 0.42)
    body = smooth([(838, 986), (826, 830), (838, 690), (862, 606), (900, 566), (1000, 556)], 8)
    c.shape([*body, (2080, 556), (2122, 572), (2136, 640), (2140, 990), (2130, 1010), (850, 1010)], PAPER)
    c.shape([(1980, 556), (2080, 556), (2122, 572), (2136, 640), (2140, 990), (2130, 1010), (2010, 1010)], mix(PAPER, HAZE, 0.55))
    c.shape([(833, 900), (2140, 900), (2140, 990), (2130, 1010), (850, 1010), (838, 986)], ACCENT)
    c.shape([(830, 850), (1420, 850), (1900, 800), (2139, 700), (2139, 760), (1940, 850), (1440, 884), (832, 884)], RUST)
    c.box(930, 544, 1120, 14, mix(PAPER, MIST, 0.55))
    c.shape([(841, 812), (850, 690), (870, 622), (900, 604), (966, 604), (966, 812)], NIGHT)
    c.shape([(850, 700), (872, 622), (900, 604), (930, 604), (890, 812), (843, 812)], mix(NIGHT, MIST, 0.45))
    c.box(1080, 604, 1032, 160, NIGHT)
    rng = Random(9)
    for pane in range(7):
        x = 1084 + pane * 147
        c.box(x, 608, 141, 152, mix(UMBER, AMBER, 0.45) if pane in (1, 2, 4) else mix(NIGHT, ACCENT, 0.6))
        for seat in (34, 100):
            if rng.random() < 0.72:
                tone = mix(NIGHT, UMBER, 0.25)
                c.oval(x + seat, 690, 17, 21, tone)
                c.shape(smooth([(x + seat - 30, 760), (x + seat - 24, 724), (x + seat, 710), (x + seat + 24, 724), (x + seat + 30, 760)]), tone)
            c.box(x + seat + 14, 694, 16, 66, mix(NIGHT, RUST, 0.4))
        c.shape([(x, 608), (x + 62, 608), (x + 8, 760), (x, 760)], mix(MIST, PAPER, 0.2), 0.3)
    _door(c)
    for x in (1092, 1842, 1978):
        c.shape(smooth([(x - 78, 1010), (x - 66, 960), (x, 930), (x + 66, 960), (x + 78, 1010)]), INK)
        c.oval(x, 1000, 60, 60, INK)
        c.oval(x, 1000, 33, 33, mix(STONE, MIST, 0.4))
        c.oval(x, 1000, 13, 13, NIGHT)
    c.shape([(836, 930), (868, 934), (868, 962), (840, 966)], mix(SUN, PAPER, 0.5))
    c.line([(866, 612), (838, 604), (826, 640)], 7, INK)
    c.shape([(814, 636), (836, 636), (836, 704), (818, 704)], INK)


def _door(c: Canvas) -> None:
    c.box(976, 604, 94, 396, mix(AMBER, UMBER, 0.25))
    for step in range(3):
        c.box(976 + step * 22, 960 - step * 46, 94 - step * 22, 46, mix(NIGHT, UMBER, 0.35 + step * 0.15))
    c.oval(1034, 716, 22, 26, SKIN)
    c.shape(smooth([(1010, 712), (1016, 690), (1038, 684), (1058, 696), (1058, 716), (1036, 702), (1010, 712)]), INK)
    c.shape([(1006, 816), (1066, 816), (1064, 872), (1010, 872)], NIGHT)
    c.shape([(1014, 868), (1034, 868), (1032, 916), (1018, 916)], NIGHT)
    c.shape([(1044, 868), (1062, 868), (1062, 872), (1046, 872)], NIGHT)
    c.shape([(1004, 820), (1010, 756), (1034, 744), (1064, 756), (1070, 822)], SEA)
    c.line([(998, 776), (990, 836)], 7, INK)
    c.shape([(948, 604), (976, 604), (976, 1000), (954, 990)], mix(MIST, NIGHT, 0.25))


def _holds(c: Canvas) -> None:
    for index in range(4):
        x = 1184 + index * 146
        if index in (1, 2):
            c.box(x, 862, 140, 132, INK)
            c.box(x, 862, 140, 132, mix(INK, UMBER, 0.3))
            for bag, colour in enumerate((OCHRE, RUST, SAND, SEA)):
                tall = (74, 58, 88, 64)[bag]
                c.box(x + 6 + bag * 33, 990 - tall, 30, tall, mix(colour, NIGHT, 0.28))
                c.box(x + 6 + bag * 33, 990 - tall, 11, tall, mix(colour, NIGHT, 0.08))
            c.shape([(x, 862), (x + 140, 862), (x + 128, 802), (x + 12, 802)], mix(ACCENT, MIST, 0.3))
            c.shape([(x, 862), (x + 140, 862), (x + 139, 854), (x + 1, 854)], MIST)
        else:
            c.line([(x, 912), (x, 998)], 3, mix(ACCENT, INK, 0.5))
            c.line([(x + 140, 912), (x + 140, 998)], 3, mix(ACCENT, INK, 0.5))
            c.box(x + 56, 930, 28, 7, mix(ACCENT, MIST, 0.5))


def _people(c: Canvas) -> None:
    officer = Look(coat=NIGHT, trousers=INK, vest=True, cap=True)
    shadow(c, 884, 1098, 130, 50, 0.4)
    person(c, 884, 1098, 252, officer, facing=1)
    shadow(c, 1268, 1076, 120, 50, 0.4)
    person(c, 1268, 1076, 240, Look(coat=NIGHT, trousers=INK, cap=True), facing=1)
    c.shape([(1302, 972), (1440, 886), (1440, 982)], mix(SUN, PAPER, 0.4), 0.5)
    shadow(c, 1590, 1124, 160, 60, 0.4)
    person(c, 1590, 1124, 268, officer, stride=0.5, facing=-1)
    c.line(smooth([(1544, 1010), (1490, 1050), (1440, 1032)]), 4, STONE)
    dog(c, 1408, 1130, 104, mix(UMBER, INK, 0.35), facing=-1)


def _cartons(c: Canvas) -> None:
    c.shape([(1790, 1216), (2210, 1216), (2330, 1256), (1840, 1256)], INK, 0.45)
    for deck in (1786, 1890, 1994, 2098):
        c.box(deck, 1200, 60, 20, mix(UMBER, INK, 0.4))
    c.box(1780, 1190, 430, 14, UMBER)
    for level, count in enumerate((5, 5, 4, 2)):
        for place in range(count):
            x, y = 1786 + place * 84 + (level == 3) * 84, 1128 - level * 62
            c.box(x, y, 82, 61, mix(OCHRE, SAND, 0.42))
            c.box(x, y, 22, 61, mix(OCHRE, SAND, 0.72))
            c.box(x, y + 25, 82, 10, mix(OCHRE, UMBER, 0.35))
            c.box(x + 50, y + 42, 20, 10, PAPER)
