"""Which kind of file this is by what is in it, whatever it is called, and whether it may be published.

Nothing that is taken in runs a program at a visitor's: no HTML, SVG or script, no macros, no PDF with JavaScript.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import IO, Final

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from . import zipped
from .file_types import FILE_TYPES, FileType

HEAD: Final = 4096
TEXTS: Final = frozenset({"csv", "txt"})
_FILMS: Final = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V ")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that may be published: its kind, the SHA-256 of its bytes, its size, a PDF's number of pages."""

    type: FileType
    digest: str
    size: int
    pages: int | None


def inspect(name: str, file: IO[bytes]) -> Inspected:
    """What is in the file that was sent under `name`, or ValidationError with what to do about it."""
    given = PurePath(name).suffix.lstrip(".").lower()
    kind = _kind(file, given)
    if kind is None or given not in FILE_TYPES:
        raise ValidationError(_refusal(given))
    if kind != given:
        raise ValidationError(
            _(
                "The file is called .%(given)s but holds another kind of file: %(found)s. Rename it to .%(kind)s."
            )
            % {"given": given, "found": FILE_TYPES[kind].label, "kind": kind}
        )
    type = FILE_TYPES[kind]
    size, digest = _measure(file)
    if size > type.limit:
        raise ValidationError(
            _("The file is too large: %(size)s. At most %(limit)s can be published.")
            % {"size": filesizeformat(size), "limit": filesizeformat(type.limit)}
        )
    return Inspected(type, digest, size, _look_inside(kind, file))


def _kind(file: IO[bytes], given: str) -> str | None:
    """The extension that belongs to the content. Text is text: `given` says whether it is a table."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return zipped.kind(file)
    if head[4:8] == b"ftyp":
        return "mp4" if head[8:12] in _FILMS else None
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm" if b"webm" in head[:64] else None
    if head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] in (b"\xfb", b"\xf3", b"\xf2")):
        return "mp3"
    if head.removeprefix(_BYTE_ORDER_MARK).startswith(b"WEBVTT"):
        return "vtt"
    return given if given in TEXTS and head.strip() else None


def _look_inside(kind: str, file: IO[bytes]) -> int | None:
    file.seek(0)
    if kind == "pdf":
        from . import pdf  # what it needs takes long to start, and only who uploads one needs it

        return pdf.check(file)
    if kind in zipped.KINDS:
        zipped.check(file)
    elif FILE_TYPES[kind].content_type.startswith("text/"):
        _check_text(file)
    return None


def _check_text(file: IO[bytes]) -> None:
    """Text that every reader's program shows alike, and that is not a page or a program in disguise."""
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(
            _("The text is not saved as UTF-8. Save it again with that encoding.")
        ) from None
    if any(character < " " and character not in "\t\n\r\f" for character in text):
        raise ValidationError(_("The file is not plain text."))
    if text.lstrip().startswith(("<", "#!")):
        raise ValidationError(_("The file holds a web page or a program, and can't be published as text."))


def _refusal(given: str) -> str:
    if given in ("doc", "xls", "ppt", "dot", "xlt", "pps"):
        return _(
            "This is an older Office format, which may hold programs. Save it as PDF, or as .docx, .xlsx or .pptx."
        )
    if given in ("docm", "xlsm", "pptm", "dotm", "xltm", "xlsb"):
        return _("The file may hold macros, which can't be published. Save it without macros, or as PDF.")
    if given in ("htm", "html", "xhtml", "svg", "xml", "js"):
        return _("Web pages, SVG pictures and scripts can't be published as files. Save it as PDF.")
    if given in FILE_TYPES:
        return _(
            "The file is called .%(given)s but doesn't hold such a file. Export it again from where it was made."
        ) % {"given": given}
    return _("This kind of file can't be published. These can: %(kinds)s.") % {"kinds": ", ".join(FILE_TYPES)}


def _measure(file: IO[bytes]) -> tuple[int, str]:
    digest, size = sha256(), 0
    for chunk in _chunks(file):
        digest.update(chunk)
        size += len(chunk)
    return size, digest.hexdigest()


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(1024 * 1024):
        yield chunk
