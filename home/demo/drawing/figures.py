"""What gives a picture its human scale: people, dogs, birds and trees, all lit from the left."""

from dataclasses import dataclass

from .canvas import Canvas, Point, mix, smooth
from .palette import ACCENT, INK, NIGHT, PAPER, SKIN, SUN, UMBER


@dataclass(frozen=True)
class Look:
    """How a person is dressed; a vest is the yellow one of those who work outdoors.

    Without a far arm whoever draws the scene draws one that holds something.
    """

    coat: str = ACCENT
    trousers: str = INK
    hair: str = UMBER
    skin: str = SKIN
    vest: bool = False
    bag: str = ""
    cap: bool = False
    far_arm: bool = True


def person(c: Canvas, x: float, y: float, height: float, look: Look, stride: float = 0.0, facing: int = 1) -> None:
    """Draw someone whose feet stand at (x, y); stride 0 is standing, 1 a long step; facing -1 is to the left."""
    u = height / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u * facing, y + py * u) for px, py in points]

    step, swing = 13 * stride, 9 * stride
    if look.far_arm:
        c.line(at((6, -77), (11, -60), (12 + swing, -46)), 5 * u, mix(look.coat, "#000000", 0.32))
        c.oval(*at((12.5 + swing, -44))[0], 2.6 * u, 2.6 * u, mix(look.skin, "#000000", 0.12))
    back = mix(look.trousers, "#000000", 0.25)
    c.shape(at((-6, -48), (3, -48), (-1 - step, -4), (-8 - step, -4)), back)
    c.shape(at((-8 - step, -4), (-1 - step, -4), (3 - step, 0), (-8 - step, 0)), INK)
    c.shape(at((-4, -48), (7, -48), (6 + step, -4), (0 + step, -4)), look.trousers)
    c.shape(at((0 + step, -4), (6 + step, -4), (11 + step, 0), (0 + step, 0)), INK)
    torso = smooth(at((-9, -80), (0, -84), (9, -80), (10, -60), (11, -38)))
    c.shape([*torso, *at((-10, -38), (-11, -60))], look.coat)
    c.shape(at((2, -83), (9, -80), (11, -38), (4, -38)), mix(look.coat, "#000000", 0.22))
    if look.vest:
        c.shape(at((-9.5, -78), (9.5, -78), (10.5, -46), (-10.5, -46)), SUN)
        c.shape(at((3, -78), (9.5, -78), (10.5, -46), (4, -46)), mix(SUN, "#b06000", 0.3))
        c.shape(at((-10.5, -60), (10.5, -60), (10.6, -55), (-10.6, -55)), PAPER)
    c.line(at((-7, -77), (-10 - swing * 0.3, -60), (-9 - swing, -43)), 5.4 * u, mix(look.coat, "#000000", 0.1))
    c.oval(*at((-9 - swing, -41))[0], 2.6 * u, 2.6 * u, look.skin)
    if look.bag:
        c.shape(at((-16 - swing, -38), (-3 - swing, -38), (-2 - swing, -25), (-17 - swing, -25)), look.bag)
    c.shape(at((-2.5, -88), (3, -88), (3, -81), (-2.5, -81)), mix(look.skin, "#000000", 0.2))
    c.oval(*at((0.8, -92.5))[0], 6.2 * u, 7.2 * u, look.skin)
    top = smooth(at((-6.4, -90), (-5.5, -98), (1, -101), (6.8, -97.5), (7.2, -94.5), (1, -95.5), (-3, -90)))
    c.shape(top, NIGHT if look.cap else look.hair)
    if look.cap:
        c.shape(at((4, -96), (12, -94.6), (11.5, -93.4), (4, -94)), INK)


def shadow(c: Canvas, x: float, y: float, length: float, width: float, opacity: float = 0.22) -> None:
    """Lay the shadow that something at (x, y) throws to the right over level ground."""
    c.shape([(x - width / 2, y), (x + width / 2, y), (x + length, y + length * 0.2), (x + length * 0.95, y + length * 0.12)],
            INK, opacity)  # fmt: skip


def dog(c: Canvas, x: float, y: float, height: float, colour: str, facing: int = 1) -> None:
    """Draw a dog on the move, nose low, feet at (x, y)."""
    u = height / 100

    def at(*points: Point) -> list[Point]:
        return [(x + px * u * facing, y + py * u) for px, py in points]

    dark = mix(colour, "#000000", 0.35)
    for hind, toe in ((-44, -58), (26, 14)):
        c.line(at((hind, -55), (hind + 2, -26), (toe, 0)), 12 * u, dark)
    for hind, toe in ((-48, -36), (34, 46)):
        c.line(at((hind, -55), (hind - 3, -26), (toe, 0)), 13 * u, colour)
    body = smooth(at((-62, -76), (-30, -88), (10, -84), (40, -90), (58, -84), (46, -52), (8, -44), (-34, -46), (-60, -56)))
    c.shape(body, colour)
    c.line(smooth(at((-58, -76), (-78, -92), (-92, -118))), 8 * u, colour)
    c.shape(smooth(at((40, -90), (62, -112), (80, -108), (108, -88), (106, -78), (76, -78), (50, -62))), colour)
    c.shape(at((60, -108), (52, -82), (72, -88)), dark)
    c.oval(*at((106, -84))[0], 4 * u, 4 * u, INK)


def gull(c: Canvas, x: float, y: float, span: float, colour: str = PAPER) -> None:
    """Draw a gull in the air, wings up."""
    s = span / 2
    upper = smooth([(x - s, y - s * 0.16), (x - s * 0.5, y - s * 0.42), (x, y), (x + s * 0.55, y - s * 0.38), (x + s, y - s * 0.1)])
    lower = smooth([(x + s, y - s * 0.1), (x + s * 0.5, y - s * 0.24), (x, y + s * 0.14), (x - s * 0.5, y - s * 0.28), (x - s, y - s * 0.16)])
    c.shape([*upper, *lower], colour)


def spruce(c: Canvas, x: float, y: float, height: float, colour: str, lit: str) -> None:
    """Draw a spruce with its lit side to the left, foot at (x, y)."""
    c.box(x - height * 0.02, y - height * 0.08, height * 0.04, height * 0.08, mix(colour, "#000000", 0.4))
    tiers = 6
    for tier in range(tiers):
        top = y - height * (0.06 + 0.94 * (tier + 1.5) / (tiers + 0.5))
        foot = y - height * (0.06 + 0.94 * tier / (tiers + 0.5))
        half = height * 0.21 * (1 - tier / (tiers + 0.9)) ** 0.9
        c.shape([(x, top), (x + half, foot), (x, foot - height * 0.018), (x - half, foot)], colour)
        c.shape([(x, top), (x - half * 0.24, foot - height * 0.02), (x - half, foot)], lit)
