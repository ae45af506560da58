"""A logo or an icon: an SVG or a PNG, with the size that keeps the page still while it loads."""

import re
from dataclasses import dataclass
from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n"
VIEW_BOX = re.compile(
    rb"""<svg\b[^>]*\bviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']"""
)
LARGEST = 20_000  # bytes: it comes with every first visit


@dataclass(frozen=True)
class Picture:
    """The bytes, the ending that tells their type, and the size in any unit: only the shape matters."""

    body: bytes
    suffix: str
    width: int
    height: int


def read_picture(path: Path) -> Picture:
    """The picture in a file. Raises ValueError when it is missing, too large or neither SVG nor PNG."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path.name} can't be read ({error.strerror}).") from error
    if len(body) > LARGEST:
        raise ValueError(f"{path.name} has {len(body)} bytes: make it {LARGEST} at most.")
    if path.suffix == ".png" and body.startswith(PNG):
        return Picture(body, path.suffix, int.from_bytes(body[16:20]), int.from_bytes(body[20:24]))
    if path.suffix == ".svg" and (box := VIEW_BOX.search(body)):
        return Picture(body, path.suffix, *(round(float(side)) for side in box.groups()))
    raise ValueError(f"{path.name} is to be an SVG with a viewBox, or a PNG.")
