"""The kinds of files that are published beside pictures: the one table of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file. `label` is what readers are told, `limit` in bytes; `inline` when browsers show it themselves."""

    extension: str
    content_type: str
    label: str
    limit: int = 50 * MEGABYTE
    inline: bool = False


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN: Final = "application/vnd.oasis.opendocument"

FILE_TYPES: Final = {
    each.extension: each
    for each in (
        FileType("pdf", "application/pdf", "PDF", inline=True),
        FileType("docx", f"{_OFFICE}.wordprocessingml.document", "Word"),
        FileType("xlsx", f"{_OFFICE}.spreadsheetml.sheet", "Excel"),
        FileType("pptx", f"{_OFFICE}.presentationml.presentation", "PowerPoint"),
        FileType("odt", f"{_OPEN}.text", "ODT"),
        FileType("ods", f"{_OPEN}.spreadsheet", "ODS"),
        FileType("odp", f"{_OPEN}.presentation", "ODP"),
        FileType("csv", "text/csv", "CSV"),
        FileType("txt", "text/plain", "TXT", inline=True),
        FileType("vtt", "text/vtt", "WebVTT", MEGABYTE, inline=True),
        FileType("mp3", "audio/mpeg", "MP3", 200 * MEGABYTE, inline=True),
        FileType("mp4", "video/mp4", "MP4", 500 * MEGABYTE, inline=True),
        FileType("webm", "video/webm", "WebM", 500 * MEGABYTE, inline=True),
    )
}

LARGEST: Final = max(each.limit for each in FILE_TYPES.values())

DOWNLOADED: Final = frozenset(each.content_type for each in FILE_TYPES.values() if not each.inline)
"""What a browser saves instead of showing it."""
