"""Pictures are taken by what is in them, and stored without what a camera or an attacker put beside the light."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image, ImageCms

from cms.media import cleaning
from cms.media.cleaning import clean
from cms.media.models import Picture
from tests.cms.conftest import Newsroom
from tests.cms.media import samples

SECRET = b"59.3293 N 18.0686 E"
POSITION = {1: "N", 2: (59.0, 19.0, 45.5), 3: "E", 4: (18.0, 4.0, 7.0)}


def drawn(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), **more: Any) -> bytes:
    """A picture whose left half is red."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    buffer = BytesIO()
    picture = picture.convert(mode)
    if mode == "RGBA":
        picture.putalpha(128)
    picture.save(buffer, kind, **more)
    return buffer.getvalue()


def photograph(orientation: int = 1) -> bytes:
    """A JPEG as a telephone makes it: position, time, maker, XMP, a comment and a colour profile."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x9003] = orientation, SECRET.decode(), "2017:09:27 09:00:00"
    exif.get_ifd(0x8825).update(POSITION)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"
    return drawn("JPEG", exif=exif, xmp=xmp, comment=SECRET, icc_profile=profile)


def opened(name: str, data: bytes) -> tuple[str, Any]:
    """What is stored of an upload: its name, and the picture."""
    cleaned = clean(name, BytesIO(data), len(data))
    picture = Image.open(cleaned)
    picture.load()
    return str(cleaned.name), picture


def fault(name: str, data: bytes) -> str:
    with translation.override("sv"), pytest.raises(ValidationError) as caught:
        clean(name, BytesIO(data), len(data))
    (told,) = caught.value.messages
    return told


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    buffer = BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "stored"),
    [
        ("hamn.jpg", drawn("JPEG"), "hamn.jpg"),
        ("hamn.JPEG", drawn("JPEG", "L"), "hamn.jpg"),
        ("hamn.png", drawn("PNG"), "hamn.png"),
        ("karta.png", drawn("PNG", "P"), "karta.png"),
        ("karta.gif", drawn("GIF", "P"), "karta.png"),
        ("hamn.webp", drawn("WEBP"), "hamn.jpg"),
        ("logo.webp", drawn("WEBP", "RGBA"), "logo.png"),
        ("hamn.avif", drawn("AVIF"), "hamn.jpg"),
        ("hamn.heic", drawn("HEIF"), "hamn.jpg"),
        ("tryck.jpg", drawn("JPEG", "CMYK"), "tryck.jpg"),
        ("egentligen-png.jpg", drawn("PNG"), "egentligen-png.png"),
        ("utan-ändelse", drawn("JPEG"), "utan-ändelse.jpg"),
    ],
)
def test_what_a_picture_is_decides_what_it_is_called(name: str, data: bytes, stored: str) -> None:
    kept, picture = opened(name, data)
    assert kept == stored
    assert picture.size == (40, 20)
    red, _green, blue = picture.convert("RGB").getpixel((5, 10))
    assert red > blue or picture.mode == "L"


MANY, BROKEN, NONE = "Bilden har för många bildpunkter", "Bilden är trasig", "Filen innehåller ingen bild"
REFUSED = {
    "svg": ("bild.svg", samples.SVG, "SVG-bilder kan innehålla program"),
    "svg called png": (
        "bild.png",
        b"<?xml version='1.0'?>" + samples.SVG,
        "SVG-bilder kan innehålla program",
    ),
    "html called jpg": ("bild.jpg", samples.HTML, NONE),
    "pdf called jpg": ("bild.jpg", samples.pdf(), NONE),
    "photoshop": ("bild.psd", b"8BPS\x00\x01" + b"\x00" * 60, NONE),
    "tiff": ("bild.tif", drawn("TIFF"), NONE),
    "a program": ("bild.png", b"MZ" + b"\x00" * 600, NONE),
    "nothing": ("bild.png", b"", NONE),
    "a head alone": ("bild.png", drawn("PNG")[:24], NONE),
    "a cut jpeg": ("bild.jpg", drawn("JPEG", size=(400, 400))[:-900], BROKEN),
    "a cut png": ("bild.png", png_of(900, 900), BROKEN),
    "a bomb": ("bild.png", png_of(60_000, 60_000), MANY),
    "a smaller bomb": ("bild.png", png_of(9_000, 9_000), MANY),
    "a bomb that pillow warns of": ("bild.png", png_of(10_000, 10_000), MANY),
    "a moving gif": ("bild.gif", moving("GIF"), "Bilden rör sig"),
    "a moving png": ("bild.png", moving("PNG"), "Bilden rör sig"),
    "a moving webp": ("bild.webp", moving("WEBP"), "Bilden rör sig"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_told_why(name: str) -> None:
    file, data, reason = REFUSED[name]
    assert fault(file, data).startswith(reason)


def test_a_bomb_is_known_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decoded(*args: Any) -> None:
        pytest.fail("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoded)
    assert fault("bild.png", png_of(9_000, 9_000)).startswith(MANY)


def test_a_picture_has_a_largest_size() -> None:
    with pytest.raises(ValidationError):
        clean("bild.jpg", BytesIO(drawn("JPEG")), cleaning.LIMIT + 1)


def test_nothing_beside_the_light_is_kept_but_the_colour_profile() -> None:
    data = photograph()
    assert SECRET in data
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825)
    cleaned = clean("bild.jpg", BytesIO(data), len(data)).read()
    picture = Image.open(BytesIO(cleaned))
    assert SECRET not in cleaned
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "icc_profile"}
    assert picture.info["icc_profile"]


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "HEIF"])
def test_no_other_format_keeps_its_notes(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    data = drawn(kind, exif=exif.tobytes())
    assert SECRET in data
    assert SECRET not in clean("bild", BytesIO(data), len(data)).read()


def test_the_texts_of_a_png_are_left_out() -> None:
    data = drawn("PNG")
    told = data[:33] + chunk(b"tEXt", b"Comment\0" + SECRET) + data[33:]
    assert SECRET not in clean("bild.png", BytesIO(told), len(told)).read()


def test_a_picture_is_turned_upright_first() -> None:
    _name, picture = opened("bild.jpg", photograph(orientation=6))
    assert picture.size == (20, 40)
    red, _green, blue = picture.getpixel((10, 5))
    assert red > blue


@pytest.mark.parametrize("hung_on", [samples.HTML, samples.GOOD["brev.docx"], b"<?php system($_GET[0]); ?>"])
def test_what_hangs_on_behind_a_picture_is_cut_off(hung_on: bytes) -> None:
    for kind in ("JPEG", "PNG"):
        data = drawn(kind) + hung_on
        assert hung_on not in clean("bild", BytesIO(data), len(data)).read()


def test_a_false_colour_profile_is_left_out() -> None:
    data = drawn("PNG", icc_profile=SECRET * 20)
    assert "icc_profile" not in opened("bild.png", data)[1].info


def test_whoever_stores_a_picture_stores_it_clean(newsroom: Newsroom) -> None:
    picture = Picture(title="Hamn", file=ContentFile(photograph(orientation=6), "hamn.jpg"), licence="press")
    picture.save()
    picture.refresh_from_db()
    assert (picture.width, picture.height) == (20, 40)
    made = picture.get_renditions(*picture.sizes.values()).values()
    assert len(made) == 6
    for file in (picture.file, *(each.file for each in made)):
        with file.open("rb") as stored:
            data = stored.read()
        assert SECRET not in data
        assert not Image.open(BytesIO(data)).getexif()
        assert Image.open(BytesIO(data)).size[0] <= 40


def test_what_is_no_picture_is_not_even_stored(newsroom: Newsroom, settings: Any) -> None:
    from pathlib import Path

    with pytest.raises(ValidationError):
        Picture.objects.create(title="Hamn", file=ContentFile(samples.HTML, "hamn.jpg"), width=1, height=1)
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
