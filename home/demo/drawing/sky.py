"""The sky that all the pictures of outdoors share: bands of colour, each with its own wave, and thin clouds."""

from collections.abc import Iterable, Sequence

from .canvas import Canvas, smooth
from .palette import PAPER

Band = tuple[float, float, str]
"""How far down its upper edge lies, how high its waves are, and its colour."""


def bands(c: Canvas, floor: float, rows: Iterable[Band], waves: Sequence[tuple[float, float]]) -> None:
    """Lay the bands over one another down to the floor; a wave is a place across and its share of a band's height."""
    for top, lift, colour in rows:
        edge = smooth([(x, top + lift * share) for x, share in waves])
        c.shape([*edge, (c.width, floor), (0, floor)], colour)


def clouds(c: Canvas, places: Iterable[tuple[float, float, float]], colour: str = PAPER, opacity: float = 0.6) -> None:
    """Draw a thin cloud at each place, given by its left end and its length."""
    for x, y, w in places:
        c.shape(smooth([(x, y), (x + w * 0.3, y - 15), (x + w * 0.7, y - 9), (x + w, y), (x + w * 0.6, y + 9), (x, y)]), colour, opacity)
