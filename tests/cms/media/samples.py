"""Real files of every kind, small, and what attackers and accidents make of them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def pdf(pages: int = 2, *, script: bool = False, attached: bool = False, password: str = "") -> bytes:
    """A PDF of blank pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 300)
    if script:
        alert = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert(1)"),
        }
        writer.root_object[NameObject("/OpenAction")] = writer._add_object(DictionaryObject(alert))
    if attached:
        writer.add_attachment("inuti.exe", b"MZ")
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return _written(writer)


def pdf_with_action(action: str) -> bytes:
    """A PDF whose first page does something when it opens."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 300)
    does = DictionaryObject({NameObject("/S"): NameObject(action), NameObject("/F"): TextStringObject("x")})
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): does})
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def office(main: str = "word/document.xml", **more: bytes) -> bytes:
    """A Word, Excel or PowerPoint document by its main part; `more` parts are named by their paths."""
    return zipped({"[Content_Types].xml": b"<Types/>", main: b"<document/>"} | more)


def open_document(kind: str = "text", **more: bytes) -> bytes:
    """An OpenDocument."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped({"mimetype": mimetype, "content.xml": b"<content/>"} | more)


MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + b"\x00\x00\x00\x08mdat"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"\x00" * 40
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + b"\x00" * 100
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nVälkommen till hamnen.\n".encode()
CSV = "\ufeffÅr;Antal\n2016;1 250\n2017;938\n".encode()
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

GOOD: dict[str, bytes] = {
    "rapport.pdf": pdf(),
    "brev.docx": office(),
    "tabell.xlsx": office("xl/workbook.xml"),
    "bilder.pptx": office("ppt/presentation.xml"),
    "brev.odt": open_document(),
    "tabell.ods": open_document("spreadsheet"),
    "bilder.odp": open_document("presentation"),
    "siffror.csv": CSV,
    "text.txt": "Å, ä och ö.\n".encode(),
    "undertexter.vtt": VTT,
    "film.mp4": MP4,
    "film.webm": WEBM,
    "intervju.mp3": MP3,
}
