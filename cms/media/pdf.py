"""PDFs: whole, unlocked, without programs. They are published as they came, byte for byte (docs/adr/0025)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import IO, Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.generic import IndirectObject

TAIL: Final = 1024
"""Bytes at the end among which the end mark must stand (ISO 32000-1, Annex H, as readers have it)."""

MOST_OBJECTS: Final = 200_000

_PROGRAMS: Final = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"})
_CARRIERS: Final = frozenset({"/JS", "/JavaScript", "/XFA", "/RichMedia", "/RichMediaContent"})
_FILES: Final = frozenset({"/EmbeddedFiles", "/EmbeddedFile", "/EF"})
# Where nothing runs and most objects are: fonts, drawing, the structure for screen readers, and the ways back up.
_PASSED_BY: Final = frozenset(
    {"/Resources", "/Contents", "/StructTreeRoot", "/StructParent", "/Parent", "/P", "/AP"}
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd in a file is no news of the system's


def check(file: IO[bytes]) -> int:
    """The number of pages; ValidationError for a PDF that can't be published."""
    _check_end(file)
    try:
        reader = PdfReader(file)
        if not reader.is_encrypted:
            pages = len(reader.pages)
            names = set(_names(reader.trailer.get("/Root")))
    except Exception:  # noqa: BLE001  (a parser of hostile input fails in every way; all of them mean the same)
        raise _broken() from None
    if reader.is_encrypted:
        raise ValidationError(
            _(
                "The PDF is locked. Save it without a password and without restrictions, so that everyone can read it."
            )
        )
    if names & (_PROGRAMS | _CARRIERS):
        raise ValidationError(
            _("The PDF holds a program (JavaScript or the like). Print it to a new PDF and upload that.")
        )
    if names & _FILES:
        raise ValidationError(_("The PDF has other files inside it. Save it without attachments."))
    if not pages:
        raise _broken()
    return pages


def _check_end(file: IO[bytes]) -> None:
    """A PDF that was cut off, or that goes on as something else, has no end mark where it should stand."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - TAIL))
    _before, mark, after = file.read().rpartition(b"%%EOF")
    if not mark or after.strip(b"\x00\t\n\f\r "):
        raise _broken()
    file.seek(0)


def _names(root: Any) -> Iterator[str]:
    """Every key, and every kind of action or annotation, that can be reached from the catalogue."""
    waiting, seen = [root], set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, IndirectObject):
            if (item.idnum, item.generation) in seen:
                continue
            seen.add((item.idnum, item.generation))
            if len(seen) > MOST_OBJECTS:
                raise RecursionError(f"more than {MOST_OBJECTS} objects")
            item = item.get_object()
        if isinstance(item, dict):
            yield from item
            yield from (str(item[name]) for name in ("/S", "/Subtype", "/Type") if name in item)
            waiting += [value for name, value in item.items() if name not in _PASSED_BY]
        elif isinstance(item, list):
            waiting += item


def _broken() -> ValidationError:
    return ValidationError(
        _("The file is broken or only partly transferred. Fetch it again from where it was made.")
    )
