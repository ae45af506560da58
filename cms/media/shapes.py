"""The published shapes of pictures and files."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cms.publishing.shapes import Address, Path, Shape

from .languages import Language
from .licences import Licence

Pixels = Annotated[int, Field(ge=1)]
Bytes = Annotated[int, Field(ge=0)]
Fraction = Annotated[float, Field(ge=0, le=1)]


class FocalPoint(Shape):
    """Where to look, as fractions of width and height from the upper left corner."""

    x: Fraction
    y: Fraction


class PictureFile(Shape):
    """A picture in one size, in pixels."""

    url: Path
    width: Pixels
    height: Pixels
    type: str


class CardSize(Shape):
    """The one size that lists need."""

    card: PictureFile


class PressFile(PictureFile):
    """A picture in high resolution to download; `size` in bytes."""

    size: Bytes


class AllSizes(CardSize):
    """Every size that there is; `press` is null when the licence lets nobody use it."""

    text: PictureFile
    wide: PictureFile
    plain: PictureFile
    share: PictureFile
    press: PressFile | None


class LicenceTerms(Shape):
    """How others may use a picture; `url` is empty where the terms have no page of their own."""

    code: Licence
    name: str
    url: Address


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
    licence: LicenceTerms | None
    renditions: AllSizes


class File(Shape):
    """A file to download or show: `format` is its kind in a word, `size` in bytes, `pages` of a PDF."""

    id: int
    title: str
    url: Path
    type: str
    format: str
    size: Bytes
    pages: int | None
    language: Language
