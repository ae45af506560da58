"""The published shapes of pictures and files."""

from __future__ import annotations

from cms.publishing.shapes import Shape


class FocalPoint(Shape):
    """Where to look, as fractions of width and height from the upper left corner."""

    x: float
    y: float


class PictureFile(Shape):
    """A picture in one size, in pixels."""

    url: str
    width: int
    height: int
    type: str


class CardSize(Shape):
    """The one size that lists need."""

    card: PictureFile


class AllSizes(CardSize):
    """Every size of `renditions.py`."""

    text: PictureFile
    wide: PictureFile
    share: PictureFile


class PictureCard(Shape):
    """A picture in a list."""

    id: int
    alt: str
    credit: str
    focal_point: FocalPoint
    renditions: CardSize


class Picture(Shape):
    """A picture in all sizes."""

    id: int
    alt: str
    credit: str
    focal_point: FocalPoint
    renditions: AllSizes


class File(Shape):
    """A file to download or show: `format` is its kind in a word, `size` in bytes, `pages` of a PDF."""

    id: int
    title: str
    url: str
    type: str
    format: str
    size: int
    pages: int | None
    language: str
