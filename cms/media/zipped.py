"""Office documents, which are zip archives: which one it is, and whether it holds programs."""

from __future__ import annotations

from typing import IO, Final
from zipfile import BadZipFile, LargeZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_UNPACKED: Final = 512 * 1024 * 1024
"""Bytes that a document may unpack to: more is a bomb for the reader's computer."""

MAIN_PARTS: Final = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
OPEN_DOCUMENTS: Final = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
KINDS: Final = frozenset({*MAIN_PARTS.values(), *OPEN_DOCUMENTS.values()})

_CONTENT_TYPES: Final = "[Content_Types].xml"
_PROGRAMS: Final = ("vbaproject.bin", "vbadata.xml", "/activex/")
_OPEN_PROGRAMS: Final = ("basic/", "scripts/")
_FAILURES: Final = (
    BadZipFile,
    LargeZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


def kind(file: IO[bytes]) -> str | None:
    """The extension of the office document in the archive, or None; ValidationError when the archive is broken."""
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
            if _CONTENT_TYPES in names:
                return next((kind for part, kind in MAIN_PARTS.items() if part in names), None)
            return OPEN_DOCUMENTS.get(archive.open("mimetype").read(100)) if "mimetype" in names else None
    except _FAILURES:
        raise _broken() from None


def check(file: IO[bytes]) -> None:
    """ValidationError for macros, for a bomb, and for parts that can't be read."""
    try:
        with ZipFile(file) as archive:
            _check_size(archive)
            _check_programs(archive)
    except _FAILURES:
        raise _broken() from None


def _check_size(archive: ZipFile) -> None:
    if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
        raise ValidationError(_("The document is far larger unpacked than it should be. Export it again."))


def _check_programs(archive: ZipFile) -> None:
    names = [name.lower() for name in archive.namelist()]
    types = archive.open(_CONTENT_TYPES).read(1_000_000) if _CONTENT_TYPES in archive.namelist() else b""
    macros = b"macroenabled" in types.lower()
    macros |= any(part in f"/{name}" for name in names for part in _PROGRAMS)
    macros |= not types and any(name.startswith(_OPEN_PROGRAMS) for name in names)
    if macros:
        raise ValidationError(
            _("The file may hold macros, which can't be published. Save it without macros, or as PDF.")
        )


def _broken() -> ValidationError:
    return ValidationError(
        _("The file is broken or only partly transferred. Fetch it again from where it was made.")
    )
