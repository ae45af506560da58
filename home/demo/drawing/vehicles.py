"""Cars and lorries seen from the side, their light from the left."""

from .canvas import Canvas, Point, mix, smooth
from .palette import AMBER, FROST, HAZE, INK, MIST, NIGHT, PAPER, RUST, STONE, SUN


def car(c: Canvas, x: float, y: float, length: float, colour: str, facing: int = -1) -> None:
    """Draw a car whose wheels stand at y, its middle at x."""
    u = length / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u * facing, y + py * u) for px, py in points]

    c.oval(x, y, 52 * u, 3.4 * u, INK, 0.3)
    c.shape(smooth(at((-49, -7), (-50, -19), (-44, -23), (-30, -25), (-20, -37), (12, -38), (26, -26), (44, -23), (50, -16), (50, -7)), 6), colour)
    c.shape(at((-50, -7), (50, -7), (50, -13), (-50, -13)), mix(colour, INK, 0.28))
    c.shape(at((-24, -25), (-17, -34.5), (-3, -35), (-3, -25)), mix(MIST, FROST, 0.4))
    c.shape(at((0, -25), (0, -35), (11, -35), (21, -25)), mix(MIST, FROST, 0.65))
    c.shape(at((42, -21), (49, -18), (49, -14), (43, -15)), mix(SUN, PAPER, 0.4))
    c.shape(at((-49, -20), (-44, -20), (-44, -15), (-50, -15)), RUST)
    for wheel in (-29, 30):
        centre = at((wheel, -8))[0]
        c.oval(*centre, 9 * u, 9 * u, INK)
        c.oval(*centre, 4.4 * u, 4.4 * u, STONE)


def lorry(c: Canvas, x: float, y: float, length: float, cab: str, load: str, facing: int = -1) -> None:
    """Draw a lorry with a box behind its cab; wheels at y, its middle at x."""
    u = length / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u * facing, y + py * u) for px, py in points]

    c.oval(x, y, 52 * u, 2 * u, INK, 0.3)
    c.shape(at((-50, -7), (46, -7), (46, -10.5), (-50, -10.5)), NIGHT)
    c.shape(at((-50, -46), (24, -46), (24, -10), (-50, -10)), load)
    c.shape(at((-50, -46), (24, -46), (24, -43.6), (-50, -43.6)), mix(load, PAPER, 0.5))
    c.shape(at((-50, -15), (24, -15), (24, -10), (-50, -10)), mix(load, INK, 0.22))
    for rib in range(-42, 24, 9):
        c.line(at((rib, -43), (rib, -15)), 0.35 * u, mix(load, INK, 0.14))
    c.shape(smooth(at((27, -7), (27, -38), (31, -41), (41, -41), (47, -27), (49, -22), (49, -7)), 5), cab)
    c.shape(at((27, -13), (49, -13), (49, -7), (27, -7)), mix(cab, INK, 0.35))
    c.shape(at((33, -37.5), (40, -37.5), (45, -25.5), (33, -25.5)), mix(MIST, FROST, 0.5))
    c.shape(at((33, -37.5), (36, -37.5), (38, -25.5), (33, -25.5)), mix(HAZE, PAPER, 0.3))
    c.line(at((47, -34), (49, -29)), 1.2 * u, INK)
    c.shape(at((46, -17), (49.4, -17), (49.4, -13.6), (46, -13.6)), mix(AMBER, PAPER, 0.5))
    for wheel in (-40, -30, 38):
        centre = at((wheel, -5.6))[0]
        c.oval(*centre, 5.6 * u, 5.6 * u, INK)
        c.oval(*centre, 2.6 * u, 2.6 * u, STONE)
