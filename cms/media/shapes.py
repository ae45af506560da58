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


class PressFile(PictureFile):
    """A picture in high resolution to download; `size` in bytes."""

    size: int


class AllSizes(CardSize):
    """Every size of `renditions.py`; `press` is null when the licence lets nobody use it."""

    text: PictureFile
    wide: PictureFile
    plain: PictureFile
    share: PictureFile
    press: PressFile | None


class Licence(Shape):
    """How others may use a picture; `url` is empty where the terms have no page of their own."""

    code: str
    name: str
    url: str


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
    licence: Licence | None
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
