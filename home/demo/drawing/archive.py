"""An archive: shelves of files on both sides of an aisle, daylight at its end, and someone who has found the right one."""

from random import Random

from .canvas import Canvas, Point, mix
from .figures import Look, person
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
    STONE,
)

EYE = (1130.0, 610.0)
LENS = 1150.0
AISLE = 1.05
FLOOR, CEILING = 1.45, -1.15
NEAR, FAR, BAY = 1.05, 13.0, 1.195
SHELVES = 6
FILES = (SAND, STONE, MIST, SEA, PAPER, SAND, OCHRE, LINE, HAZE, RUST, SAND, ACCENT)


def draw() -> Canvas:
    """Draw the room first, then the shelves from far to near, then who works there."""
    c = Canvas(2400, 1350, NIGHT)
    _room(c)
    _window(c)
    bays = round((FAR - NEAR) / BAY)
    for bay in reversed(range(bays)):
        start = NEAR + bay * BAY
        for side in (-1, 1):
            _bay(c, side, start, Random(bay * 2 + side))
        if bay == 4:
            _archivist(c)
    return c


def at(x: float, y: float, z: float) -> Point:
    """Project a point of the room, metres to the right, down and ahead, on the picture."""
    return EYE[0] + LENS * x / z, EYE[1] + LENS * y / z


def _haze(colour: str, z: float) -> str:
    """Return the colour as seen at a distance: dark close by, bright towards the window."""
    if z < 4.2:
        return mix(colour, NIGHT, 0.66 * (1 - (z - NEAR) / 3.15) ** 1.0)
    return mix(colour, FROST, min(0.66, (z - 4.2) / 11))


def _room(c: Canvas) -> None:
    for start, end in ((0.5, 2.0), (2.0, 3.0), (3.0, 4.4), (4.4, 6.4), (6.4, 9.0), (9.0, FAR + 2)):
        middle = (start + end) / 2
        wide = AISLE + 0.5
        c.shape([at(-wide, FLOOR, start), at(wide, FLOOR, start), at(wide, FLOOR, end), at(-wide, FLOOR, end)], _haze(mix(SEA, STONE, 0.45), middle))
        c.shape([at(-wide, CEILING, start), at(wide, CEILING, start), at(wide, CEILING, end), at(-wide, CEILING, end)], _haze(mix(ACCENT, SEA, 0.4), middle))
    for start in (2.1, 4.1, 6.1, 8.1, 10.1):
        lamp = [at(-0.14, CEILING, start), at(0.14, CEILING, start), at(0.14, CEILING, start + 1.15), at(-0.14, CEILING, start + 1.15)]
        c.shape(lamp, mix(PAPER, PEACH, 0.35))


def _window(c: Canvas) -> None:
    z = FAR + 2
    left, top = at(-AISLE - 0.5, CEILING, z)
    right, foot = at(AISLE + 0.5, FLOOR, z)
    c.box(left, top, right - left, foot - top, mix(FROST, SAND, 0.4))
    left, top = at(-0.72, -0.95, z)
    right, bottom = at(0.72, 0.75, z)
    c.box(left, top, right - left, bottom - top, PAPER)
    c.shape([(left, bottom), (left, bottom - 46), (left + 40, bottom - 58), (right - 26, bottom - 38), (right, bottom - 46), (right, bottom)], mix(FROST, MIST, 0.35))
    for x in (-0.24, 0.24):
        c.line([at(x, -0.95, z), at(x, 0.75, z)], 4, mix(MIST, FROST, 0.35))
    c.line([at(-0.72, -0.2, z), at(0.72, -0.2, z)], 4, mix(MIST, FROST, 0.35))
    c.shape([at(-0.55, FLOOR, z), at(0.6, FLOOR, z), at(0.95, FLOOR, 2.6), at(-0.2, FLOOR, 2.6)], mix(PAPER, PEACH, 0.4), 0.34)
    c.shape([at(-0.4, FLOOR, z), at(0.3, FLOOR, z), at(0.42, FLOOR, 4.4), at(-0.12, FLOOR, 4.4)], PAPER, 0.36)


def _bay(c: Canvas, side: int, start: float, rng: Random) -> None:
    """Draw one bay of a shelf; its front is the plane along the aisle, its first upright faces us."""
    x, end = side * AISLE, start + BAY
    shade = 0.0 if side > 0 else 0.24
    back = _haze(mix(NIGHT, ACCENT, 0.42), start + 0.6)
    c.shape([at(x, CEILING, start), at(x, CEILING, end), at(x, FLOOR, end), at(x, FLOOR, start)], back)
    step = (FLOOR - CEILING - 0.14) / SHELVES
    for shelf in range(SHELVES):
        foot = FLOOR - 0.1 - shelf * step
        _files(c, x, foot, step, (start + 0.05, end - 0.03), shade, rng)
        plank = [at(x, foot, start), at(x, foot, end), at(x, foot + 0.035, end), at(x, foot + 0.035, start)]
        c.shape(plank, _haze(mix(mix(MIST, STONE, 0.4), NIGHT, shade), start + 0.6))
    outer = x + side * 0.62
    c.shape([at(x, CEILING, start), at(outer, CEILING, start), at(outer, FLOOR, start), at(x, FLOOR, start)], _haze(mix(ACCENT, SEA, 0.3), start))
    edge = [at(x, CEILING, start), at(x, CEILING, start + 0.05), at(x, FLOOR, start + 0.05), at(x, FLOOR, start)]
    c.shape(edge, _haze(mix(HAZE, NIGHT, shade), start))
    _label(c, x, side, start)


def _files(c: Canvas, x: float, foot: float, step: float, reach: tuple[float, float], shade: float, rng: Random) -> None:
    z, end = reach
    tall = step - 0.1
    while z < end - 0.05:
        if rng.random() < 0.07:
            z += rng.uniform(0.08, 0.3)
            continue
        colour, run = rng.choice(FILES), rng.randint(2, 6)
        height = tall * rng.choice((0.74, 0.82, 0.82, 0.9))
        for _ in range(run):
            width = rng.choice((0.06, 0.075))
            if z + width > end:
                return
            tone = _haze(mix(mix(colour, NIGHT, shade), INK, rng.choice((0.0, 0.08))), round(z * 2) / 2)
            c.shape([at(x, foot - height, z), at(x, foot - height, z + width - 0.008), at(x, foot, z + width - 0.008), at(x, foot, z)], tone)
            if z < 6.5:
                mark = _haze(mix(PAPER if colour not in (PAPER, SAND, LINE) else MIST, NIGHT, shade + 0.1), z)
                c.shape([at(x, foot - height * 0.82, z + 0.014), at(x, foot - height * 0.82, z + width - 0.022), at(x, foot - height * 0.52, z + width - 0.022), at(x, foot - height * 0.52, z + 0.014)], mark)
            z += width


def _label(c: Canvas, x: float, side: int, z: float) -> None:
    inner, outer = x + side * 0.14, x + side * 0.44
    c.shape([at(inner, -0.32, z), at(outer, -0.32, z), at(outer, -0.06, z), at(inner, -0.06, z)], _haze(PAPER, z))
    for row, length in ((-0.26, 0.9), (-0.2, 0.6), (-0.14, 0.75)):
        tip = inner + (outer - inner) * length
        c.line([at(inner + side * 0.03, row, z), at(tip, row, z)], 14 / z, _haze(NOTICE if row < -0.25 else MIST, z))


def _archivist(c: Canvas) -> None:
    z = 6.3
    x, foot = at(-0.22, FLOOR, z)
    c.shape([(x - 26, foot), (x + 20, foot + 2), (x + 92, foot + 150), (x + 10, foot + 150)], INK, 0.3)
    person(c, x, foot, LENS * 1.68 / z, Look(coat=NOTICE, trousers=NIGHT, hair=mix(OCHRE, INK, 0.5)), stride=0.12, facing=-1)
    u = LENS / z
    c.shape([(x - 40, foot - 0.98 * u), (x - 8, foot - 1.02 * u), (x - 4, foot - 0.8 * u), (x - 38, foot - 0.77 * u)], PAPER)
    _trolley(c, x + 0.3 * u, foot + 10, u)


def _trolley(c: Canvas, x: float, foot: float, u: float) -> None:
    for level in (0.18, 0.52):
        c.box(x, foot - level * u, 0.62 * u, 0.03 * u, mix(SEA, INK, 0.4))
        for file, colour in enumerate((OCHRE, PAPER, SEA, RUST, PAPER, AMBER)):
            c.box(x + (0.05 + file * 0.088) * u, foot - (level + 0.25) * u, 0.078 * u, 0.25 * u, mix(colour, HAZE, 0.15))
    for post in (0.0, 0.6):
        c.box(x + post * u, foot - 0.86 * u, 0.025 * u, 0.8 * u, mix(SEA, INK, 0.55))
        c.oval(x + (post + 0.012) * u, foot - 0.03 * u, 0.05 * u, 0.05 * u, INK)
