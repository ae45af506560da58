"""A service office in daylight: one visitor is being helped at the desk, others wait for their turn."""

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
    SKIN,
    STONE,
    UMBER,
)
from .sitting import sideways

FLOOR = 960
WALL = mix(SEA, MIST, 0.55)


def draw() -> Canvas:
    """Draw the whole picture, from the back to the front."""
    c = Canvas(2400, 1350, WALL)
    _room(c)
    _window(c)
    _shelves(c)
    _clerk(c, 560, 900)
    _desk(c)
    _visitor(c)
    _waiting(c)
    _plant(c)
    return c


def _room(c: Canvas) -> None:
    c.box(0, 0, 2400, 96, mix(WALL, NIGHT, 0.3))
    c.box(0, 90, 2400, 12, mix(WALL, PAPER, 0.3))
    for x in (330, 1010, 1700):
        c.box(x, 40, 330, 26, mix(PAPER, AMBER, 0.12))
    c.box(0, 780, 2400, FLOOR - 780, mix(WALL, ACCENT, 0.55))
    c.box(0, 772, 2400, 12, mix(WALL, PAPER, 0.35))
    c.box(0, FLOOR - 22, 2400, 22, NIGHT)
    ground = mix(STONE, SAND, 0.45)
    c.box(0, FLOOR, 2400, 390, ground)
    for y, tone in ((1070, 0.08), (1180, 0.17), (1280, 0.28)):
        c.box(0, y, 2400, 1350 - y, mix(ground, BARK, tone))
    for x in range(-1600, 4200, 230):
        c.line([(1200 + (x - 1200) * 0.62, FLOOR), (x, 1350)], 2.4, mix(ground, BARK, 0.3))


def _window(c: Canvas) -> None:
    left, top, right, foot = 1290, 190, 2300, 700
    c.box(left - 26, top - 26, right - left + 52, foot - top + 62, mix(PAPER, HAZE, 0.2))
    c.box(left, top, right - left, foot - top, mix(HAZE, FROST, 0.6))
    for y, tone in ((330, FROST), (430, mix(FROST, SAND, 0.6)), (520, mix(SAND, PEACH, 0.5))):
        c.shape([*smooth([(left, y), (1500, y - 22), (1900, y + 18), (right, y - 12)]), (right, foot), (left, foot)], tone)
    sky.clouds(c, ((1390, 270, 300), (1840, 310, 330)))
    far, near = mix(MIST, PEACH, 0.3), mix(SEA, MIST, 0.5)
    for x, y, w in ((1290, 540, 110), (1390, 500, 90), (1560, 550, 130), (1760, 510, 100), (1990, 540, 120), (2170, 500, 130)):
        c.box(x, y, w, foot - y, far)
        c.shape([(x, y), (x + w / 2, y - 40), (x + w, y)], far)
    for x, y, w in ((1330, 610, 150), (1480, 580, 120), (1660, 620, 160), (1880, 590, 130), (2080, 620, 220)):
        c.box(x, y, w, foot - y, near)
        c.shape([(x - 8, y), (x + w / 2, y - 52), (x + w + 8, y)], mix(RUST, near, 0.35))
        for pane in range(int(w / 46)):
            c.box(x + 18 + pane * 44, y + 26, 17, 24, AMBER if pane % 3 == 1 else mix(near, NIGHT, 0.4))
    for x in (1622, 1962):
        c.box(x, top, 12, foot - top, mix(PAPER, HAZE, 0.25))
    c.box(left - 50, foot + 30, right - left + 100, 22, PAPER)
    for spread, share in ((0, 0.3), (340, 0.2)):
        c.shape([(1330 + spread, FLOOR), (1600 + spread, FLOOR), (1480 + spread, 1350), (1120 + spread, 1350)], mix(PAPER, PEACH, 0.35), share)


def _shelves(c: Canvas) -> None:
    c.box(90, 250, 700, 490, mix(OCHRE, UMBER, 0.5))
    for row in range(3):
        top = 268 + row * 158
        c.box(108, top, 664, 138, mix(NIGHT, ACCENT, 0.5))
        x, colours = 118, (SAND, SEA, RUST, PAPER, OCHRE, MIST, STONE, ACCENT)
        for file in range(12):
            if (file + row * 5) % 7 == 6:
                x += 50
                continue
            colour = colours[(file * 3 + row) % 8]
            c.box(x, top + 24 + (file % 3) * 6, 44, 114 - (file % 3) * 6, colour)
            c.box(x + 30, top + 24 + (file % 3) * 6, 14, 114 - (file % 3) * 6, mix(colour, INK, 0.2))
            c.box(x + 9, top + 50, 22, 34, mix(PAPER, colour, 0.25))
            x += 50
    c.box(876, 214, 250, 130, INK)
    c.box(890, 228, 222, 102, mix(NIGHT, INK, 0.5))
    for row, length in enumerate((120, 170, 90)):
        c.box(908, 244 + row * 28, length, 13, AMBER if row == 0 else mix(MIST, NIGHT, 0.3))
        c.box(1072, 244 + row * 28, 24, 13, AMBER if row == 0 else mix(MIST, NIGHT, 0.3))


def _clerk(c: Canvas, x: float, y: float) -> None:
    person(c, x, y + 190, 640, Look(coat=NIGHT, hair=mix(SAND, OCHRE, 0.4)), facing=1)
    c.shape([(x - 10, y - 322), (x + 16, y - 322), (x + 6, y - 230), (x - 4, y - 230)], PAPER)
    c.line([(x - 40, y - 318), (x - 4, y - 196), (x + 30, y - 318)], 7, AMBER)
    c.box(x - 18, y - 198, 30, 40, PAPER)


def _desk(c: Canvas) -> None:
    front = mix(OCHRE, UMBER, 0.25)
    c.shape([(120, 1210), (1060, 1210), (1200, 1260), (230, 1260)], INK, 0.22)
    c.box(60, 760, 990, 450, front)
    c.box(850, 760, 200, 450, mix(front, NIGHT, 0.24))
    for x in range(110, 850, 62):
        c.line([(x, 800), (x, 1190)], 3, mix(front, NIGHT, 0.28))
    c.box(60, 1186, 990, 24, mix(front, NIGHT, 0.5))
    c.box(30, 716, 1060, 46, mix(front, SAND, 0.6))
    c.box(30, 716, 1060, 13, mix(front, PAPER, 0.75))
    c.box(180, 530, 250, 170, INK)
    c.box(180, 530, 250, 8, mix(SEA, MIST, 0.5))
    c.shape([(284, 698), (326, 698), (344, 718), (266, 718)], INK)
    c.box(700, 690, 130, 27, PAPER)
    c.box(716, 676, 130, 20, mix(PAPER, HAZE, 0.4))
    c.shape([(890, 718), (904, 640), (952, 640), (966, 718)], mix(SEA, ACCENT, 0.4))
    for lean, tall in ((-34, 80), (-6, 104), (28, 90), (52, 56)):
        c.line(smooth([(928, 640), (928 + lean * 0.4, 640 - tall * 0.5), (928 + lean, 640 - tall)]), 6, mix(SEA, OCHRE, 0.4))
        c.oval(928 + lean, 634 - tall, 17, 17, NOTICE if lean < 0 else AMBER)


def _visitor(c: Canvas) -> None:
    c.shape([(1120, 1272), (1220, 1272), (1520, 1330), (1420, 1330)], INK, 0.24)
    person(c, 1200, 1276, 760, Look(coat=NOTICE, trousers=NIGHT, hair=mix(INK, UMBER, 0.5), bag=mix(OCHRE, UMBER, 0.4), far_arm=False), facing=-1)
    c.shape(smooth([(1148, 590), (1166, 526), (1236, 514), (1262, 590), (1272, 716), (1236, 750), (1228, 640), (1180, 580), (1148, 590)]), mix(INK, UMBER, 0.5))
    c.line([(1176, 716), (1080, 770), (996, 700)], 38, mix(NOTICE, INK, 0.1))
    c.oval(990, 692, 19, 19, SKIN)
    c.shape([(906, 700), (920, 640), (1004, 628), (990, 692)], PAPER)
    for row in range(3):
        c.line([(930, 658 + row * 13), (984 - row * 8, 651 + row * 13)], 3.4, MIST)


def _waiting(c: Canvas) -> None:
    for x, look, facing in (
        (1700, Look(coat=ACCENT, trousers=INK, hair=mix(STONE, PAPER, 0.3)), -1),
        (2000, Look(coat=OCHRE, trousers=NIGHT, hair=INK, skin=UMBER), -1),
    ):
        c.shape([(x - 30, 1096), (x + 150, 1096), (x + 330, 1140), (x + 100, 1140)], INK, 0.22)
        sideways(c, x, 1108, 540, look, facing=facing)
    c.shape([(1676, 900), (1590, 876), (1586, 942), (1672, 962)], mix(PAPER, HAZE, 0.25))
    c.shape([(1676, 900), (1700, 886), (1698, 950), (1672, 962)], PAPER)
    c.shape([(1976, 898), (1936, 892), (1930, 908), (1974, 916)], INK)


def _plant(c: Canvas) -> None:
    x, foot = 2250, 1262
    c.oval(x + 40, foot, 160, 28, INK, 0.26)
    for lean, tall, tone in ((-170, 420, 0.1), (150, 400, 0.6), (-95, 540, 0.2), (100, 520, 0.55), (-10, 610, 0.3), (-200, 280, 0.15), (170, 280, 0.7)):
        colour = mix(mix(SEA, OCHRE, 0.32), NIGHT, tone)
        base, tip = (x, foot - 150), (x + lean, foot - 150 - tall)
        bend = (x + lean * 0.3 - tall * 0.05, foot - 150 - tall * 0.55)
        c.shape([*smooth([base, (bend[0] - 44, bend[1]), tip]), *smooth([tip, (bend[0] + 44, bend[1] + 20), base])], colour)
        c.line(smooth([base, bend, tip]), 4, mix(colour, PAPER, 0.25))
    c.shape([(x - 96, foot - 168), (x + 96, foot - 168), (x + 70, foot), (x - 70, foot)], PAPER)
    c.shape([(x + 18, foot - 168), (x + 96, foot - 168), (x + 70, foot), (x + 12, foot)], mix(PAPER, MIST, 0.5))
    c.box(x - 104, foot - 186, 208, 28, mix(PAPER, HAZE, 0.3))
