"""A part of a file, as players ask for it when a viewer jumps in a film (RFC 9110, 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Final

CHUNK: Final = 64 * 1024
_ONE_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII)


class NotInFileError(Exception):
    """The part begins after the file's end."""


def asked_for(header: str, size: int) -> range | None:
    """The bytes that a Range header asks for. None for the whole file: without a header, or with one that we don't read
    (several parts, another unit), which the RFC lets a server ignore.
    """
    found = _ONE_RANGE.fullmatch(header.strip())
    if not found or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        asked = range(max(size - int(last), 0), size)  # the last so many
    elif last and int(last) < int(first):
        return None
    else:
        asked = range(int(first), min(int(last), size - 1) + 1 if last else size)
    if not asked:
        raise NotInFileError(header)
    return asked


def part(file: IO[bytes], asked: range) -> Iterator[bytes]:
    """Those bytes of the file, which is closed with the answer."""
    with file:
        file.seek(asked.start)
        left = len(asked)
        while left and (chunk := file.read(min(left, CHUNK))):
            left -= len(chunk)
            yield chunk
