"""Files are taken by what is in them: each kind that is published, and each that is refused with its reason."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.media import zipped
from cms.media.file_types import FILE_TYPES
from cms.media.inspection import inspect
from tests.cms.media import samples
from tests.cms.media.samples import GOOD


def fault(name: str, data: bytes) -> str:
    """What the editor is told."""
    with translation.override("sv"), pytest.raises(ValidationError) as caught:
        inspect(name, BytesIO(data))
    (told,) = caught.value.messages
    return told


@pytest.mark.parametrize("name", GOOD)
def test_each_kind_is_known_by_its_content(name: str) -> None:
    found = inspect(name.upper(), BytesIO(GOOD[name]))
    assert found.type.extension == name.split(".")[1]
    assert (found.digest, found.size) == (sha256(GOOD[name]).hexdigest(), len(GOOD[name]))


def test_every_kind_of_the_table_has_a_sample() -> None:
    assert {name.split(".")[1] for name in GOOD} == set(FILE_TYPES)


def test_a_pdf_has_its_number_of_pages() -> None:
    assert inspect("a.pdf", BytesIO(samples.pdf(7))).pages == 7
    assert inspect("a.txt", BytesIO(b"hej")).pages is None


PROGRAM, BROKEN, MACROS = "PDF-filen innehåller ett program", "Filen är trasig", "Filen kan innehålla makron"
ANOTHER = "innehåller en annan sorts fil"
REFUSED = {
    "html": ("sida.html", samples.HTML, "Webbsidor, SVG-bilder och skript"),
    "svg": ("bild.svg", samples.SVG, "Webbsidor, SVG-bilder och skript"),
    "html called pdf": ("rapport.pdf", samples.HTML, "Filen heter .pdf men innehåller ingen sådan fil"),
    "html called txt": ("text.txt", samples.HTML, "Filen innehåller en webbsida eller ett program"),
    "svg called csv": ("tabell.csv", b"\xef\xbb\xbf  " + samples.SVG, "Filen innehåller en webbsida"),
    "a script called txt": ("text.txt", b"#!/bin/sh\nrm -r /", "Filen innehåller en webbsida eller ett"),
    "a program": ("program.exe", b"MZ\x90\x00" + b"\x00" * 60, "Den här sortens fil kan inte publiceras"),
    "a program called docx": ("brev.docx", b"MZ\x90\x00" + b"\x00" * 60, "Filen heter .docx men"),
    "no extension": ("rapport", b"hej", "Den här sortens fil kan inte publiceras"),
    "any zip": ("paket.zip", samples.zipped({"a.exe": b"MZ"}), "Den här sortens fil kan inte"),
    "a zip called docx": ("brev.docx", samples.zipped({"a.exe": b"MZ"}), "Filen heter .docx men innehåller"),
    "a java archive called docx": (
        "brev.docx", samples.zipped({"META-INF/MANIFEST.MF": b""}), "Filen heter .docx men"
    ),
    "excel called word": ("brev.docx", GOOD["tabell.xlsx"], f"Filen heter .docx men {ANOTHER}: Excel"),
    "a pdf called txt": ("text.txt", GOOD["rapport.pdf"], f"Filen heter .txt men {ANOTHER}: PDF"),
    "old office": ("brev.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Det här är ett äldre Office-format"),
    "macros by name": ("brev.docm", samples.office(), MACROS),
    "macros by part": ("brev.docx", samples.office(**{"word/vbaProject.bin": b"x"}), MACROS),
    "macros by content type": (
        "brev.docx",
        samples.office(**{"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
        MACROS,
    ),
    "active x": ("brev.docx", samples.office(**{"word/activeX/activeX1.bin": b"x"}), MACROS),
    "macros of open document": ("brev.odt", samples.open_document(**{"Basic/Standard/a.xml": b"x"}), MACROS),
    "scripts of open document": ("brev.odt", samples.open_document(**{"Scripts/python/a.py": b"x"}), MACROS),
    "a cut docx": ("brev.docx", GOOD["brev.docx"][:-30], BROKEN),
    "a cut pdf": ("rapport.pdf", GOOD["rapport.pdf"][:-40], BROKEN),
    "a pdf in name only": ("rapport.pdf", b"%PDF-1.7\nhej\n%%EOF\n", BROKEN),
    "a pdf that goes on as html": ("rapport.pdf", GOOD["rapport.pdf"] + samples.HTML, BROKEN),
    "a pdf that goes on as zip": ("rapport.pdf", GOOD["rapport.pdf"] + GOOD["brev.docx"], BROKEN),
    "a pdf with a script": ("rapport.pdf", samples.pdf(script=True), PROGRAM),
    "a pdf that starts programs": ("rapport.pdf", samples.pdf_with_action("/Launch"), PROGRAM),
    "a pdf that sends forms": ("rapport.pdf", samples.pdf_with_action("/SubmitForm"), PROGRAM),
    "a pdf with files inside": ("rapport.pdf", samples.pdf(attached=True), "PDF-filen har andra filer"),
    "a locked pdf": ("rapport.pdf", samples.pdf(password="x"), "PDF-filen är låst"),
    "a pdf without pages": ("rapport.pdf", samples.pdf(0), BROKEN),
    "not utf-8": ("tabell.csv", "År;Antal".encode("cp1252"), "Texten är inte sparad som UTF-8"),
    "bytes called txt": ("text.txt", b"a\x00b", "Filen är inte ren text"),
    "nothing": ("text.txt", b"", "Filen heter .txt men"),
    "a picture called mp4": ("film.mp4", b"\x00\x00\x00\x1cftypavif", "Filen heter .mp4 men innehåller ingen"),
    "matroska called webm": ("film.webm", b"\x1a\x45\xdf\xa3\x93\x42\x82\x88matroska", "Filen heter .webm men"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_told_why(name: str) -> None:
    file, data, reason = REFUSED[name]
    assert fault(file, data).startswith(reason)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 1_000_000)
    bomb = samples.office(**{"word/media/image1.bmp": b"\x00" * 2_000_000})
    assert len(bomb) < 5_000
    assert fault("brev.docx", bomb).startswith("Dokumentet är uppackat mycket större")


def test_a_file_has_a_largest_size() -> None:
    limit = FILE_TYPES["vtt"].limit
    assert (
        fault("text.vtt", samples.VTT + b"x" * limit)
        == "Filen är för stor: 1,0\xa0MB. Högst 1,0\xa0MB kan publiceras."
    )


def test_a_link_and_a_form_field_are_no_programs() -> None:
    inspect("a.pdf", BytesIO(samples.pdf_with_action("/URI")))


def test_a_nest_of_objects_ends(monkeypatch: Any) -> None:
    from cms.media import pdf

    monkeypatch.setattr(pdf, "MOST_OBJECTS", 3)
    assert fault("a.pdf", samples.pdf(9)).startswith(BROKEN)
