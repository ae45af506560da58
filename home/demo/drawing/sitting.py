"""People on chairs: seen from behind, as in an audience, and from the side, as in a waiting room."""

from collections.abc import Callable

from .canvas import Canvas, Point, mix, smooth
from .figures import Look
from .palette import INK, NIGHT


def from_behind(c: Canvas, x: float, y: float, width: float, look: Look, hand: int = 0, bun: bool = False) -> None:
    """Draw head and shoulders above a line at y; hand raises the arm on the left (-1) or the right (1)."""
    u = width / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u, y + py * u) for px, py in points]

    dark = mix(look.coat, INK, 0.3)
    if hand:
        _raised(c, at, look, hand, u)
    c.shape(at((-11, -66), (11, -66), (13, -44), (-13, -44)), mix(look.skin, INK, 0.28))
    c.shape([*smooth(at((-50, 0), (-47, -30), (-36, -47), (-14, -54), (0, -56), (14, -54), (36, -47), (47, -30), (50, 0)))], look.coat)
    c.shape([*smooth(at((12, -54), (36, -47), (47, -30), (50, 0))), *smooth(at((30, 0), (30, -28), (12, -54)))], dark)
    for side in (-1, 1):
        c.oval(*at((side * 22, -83))[0], 4 * u, 7 * u, mix(look.skin, INK, 0.1 if side < 0 else 0.3))
    c.oval(*at((0, -86))[0], 22 * u, 26 * u, look.hair)
    c.shape(smooth(at((4, -111), (17, -104), (22, -86), (18, -68), (8, -61), (14, -86), (4, -111))), mix(look.hair, INK, 0.35))
    if bun:
        c.oval(*at((-2, -110))[0], 12 * u, 11 * u, mix(look.hair, INK, 0.18))


def _raised(c: Canvas, at: Callable[..., list[Point]], look: Look, hand: int, u: float) -> None:
    c.line(at((hand * 38, -34), (hand * 50, -74), (hand * 44, -116)), 17 * u, mix(look.coat, INK, 0.12))
    c.shape(at((hand * 38, -118), (hand * 50, -118), (hand * 52, -138), (hand * 40, -142)), look.skin)
    for finger in range(4):
        c.line(at((hand * (40 + finger * 3.4), -136), (hand * (39 + finger * 4), -151 + abs(finger - 1.5) * 3)), 3.4 * u, look.skin)


def sideways(c: Canvas, x: float, y: float, height: float, look: Look, facing: int = 1) -> None:
    """Draw someone on a chair whose feet stand at (x, y), as tall as a standing person of that height."""
    u = height / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u * facing, y + py * u) for px, py in points]

    for leg in (-32, -8):
        c.line(at((leg, -26), (leg, 0)), 2.2 * u, NIGHT)
    c.line(at((-33, -62), (-33, -26), (-6, -26)), 3 * u, mix(NIGHT, INK, 0.3))
    c.line(at((-22, -30), (-2, -31), (0, -3)), 8.4 * u, mix(look.trousers, INK, 0.4))
    c.line(at((-22, -31), (3, -31), (5, -3)), 8.4 * u, look.trousers)
    c.shape(at((0, -4), (9, -4), (15, 0), (1, 0)), INK)
    c.shape(smooth(at((-29, -28), (-30, -50), (-25, -64), (-16, -66), (-10, -58), (-11, -28))), look.coat)
    c.shape(smooth(at((-14, -65), (-9, -58), (-10, -28), (-17, -28), (-15, -48), (-14, -65))), mix(look.coat, INK, 0.28))
    c.line(at((-20, -58), (-13, -40), (2, -37)), 5.6 * u, mix(look.coat, INK, 0.14))
    c.oval(*at((4, -37))[0], 2.8 * u, 2.8 * u, look.skin)
    c.shape(at((-21, -71), (-15, -71), (-14, -63), (-21, -63)), mix(look.skin, INK, 0.22))
    c.oval(*at((-17, -76.5))[0], 6.2 * u, 7.2 * u, look.skin)
    c.shape(smooth(at((-23.6, -72), (-24, -81), (-17, -85.5), (-11, -81.5), (-10.6, -78.6), (-17, -79.4), (-20.4, -74))), look.hair)
