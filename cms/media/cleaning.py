"""Pictures as they are stored: known by their content, upright, and without all that a camera wrote beside the light.

Everything is decoded and written anew, so that position, serial number, thumbnails and whatever was hung on behind the
picture are gone before anything reaches the storage. The colour profile stays.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath
from typing import IO, Any, Final

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()

LIMIT: Final = 25 * 1024 * 1024
MOST_PIXELS: Final = 64_000_000
"""What a camera of today makes. Known from the first bytes, before anything is decoded."""

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
MOVING: Final = frozenset({"PNG", "WEBP", "GIF", "AVIF"})
"""Formats in which several frames are a film; in the others they are other views of one photograph."""

_PNG_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_TOO_LARGE: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class CleanPicture(ContentFile):
    """A picture that has been through `clean`, named by what it is: the storage needs not do it again."""


def clean(name: str, file: IO[bytes], size: int) -> CleanPicture:
    """The picture as JPEG or PNG, or ValidationError with what to do about it."""
    if size > LIMIT:
        raise ValidationError(
            _("The picture is too large: %(size)s. At most %(limit)s is taken in.")
            % {"size": filesizeformat(size), "limit": filesizeformat(LIMIT)}
        )
    picture = _opened(name, file)
    _check_frames(picture)
    try:
        picture.load()
        ImageOps.exif_transpose(picture, in_place=True)
        kind, content = _written(picture)
    except Exception:  # noqa: BLE001  (a decoder of hostile input fails in every way; all of them mean the same)
        raise ValidationError(
            _("The picture is broken or only partly transferred. Fetch it again from where it was made.")
        ) from None
    return CleanPicture(content, f"{PurePath(name).stem or 'bild'}.{kind}")


def _opened(name: str, file: IO[bytes]) -> Any:
    """The picture with only its head read."""
    file.seek(0)
    head = file.read(512)
    file.seek(0)
    try:
        picture = Image.open(file, formats=FORMATS)
    except _TOO_LARGE:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise ValidationError(_refusal(name, head)) from None
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()
    return picture


def _check_frames(picture: Any) -> None:
    """WCAG 2.2.2: what moves can be paused, and a picture can't."""
    if picture.format in MOVING and getattr(picture, "is_animated", False):
        raise ValidationError(
            _("The picture moves, and readers can't pause it. Upload it as a film, or save one frame of it.")
        )


def _refusal(name: str, head: bytes) -> str:
    if b"<svg" in head.lower() or PurePath(name).suffix.lower() == ".svg":
        return _("SVG pictures may hold programs and are not taken in. Export the picture as PNG.")
    return _("The file holds no picture that can be shown. These can: JPEG, PNG, WebP, AVIF, HEIC and GIF.")


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("The picture has too many pixels; at most %(limit)d million are taken in. Make it smaller.")
        % {"limit": MOST_PIXELS // 1_000_000}
    )


def _written(picture: Any) -> tuple[str, bytes]:
    """The suffix and the bytes: PNG for what is drawn or see-through, JPEG for the rest."""
    profile = _profile(picture)
    drawn = picture.format in ("PNG", "GIF") or picture.has_transparency_data
    kept = {"transparency": picture.info["transparency"]} if "transparency" in picture.info else {}
    untouched = picture.format == "JPEG" and picture.mode in ("L", "RGB")
    picture.info = kept
    buffer = BytesIO()
    if drawn:
        picture = picture if picture.mode in _PNG_MODES else picture.convert("RGBA")
        picture.save(buffer, "PNG", icc_profile=profile)
        return "png", buffer.getvalue()
    if picture.mode not in ("L", "RGB"):
        picture, profile = _for_screens(picture, profile), None
    picture.save(buffer, "JPEG", quality="keep" if untouched else 95, icc_profile=profile)
    return "jpg", buffer.getvalue()


def _profile(picture: Any) -> bytes | None:
    """The colour profile, when it is one."""
    profile = picture.info.get("icc_profile")
    try:
        ImageCms.ImageCmsProfile(BytesIO(profile or b""))
    except (OSError, ImageCms.PyCMSError):
        return None
    return bytes(profile)


def _for_screens(picture: Any, profile: bytes | None) -> Any:
    """Colours for print turned into those of a screen."""
    if picture.mode == "CMYK" and profile:
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), screen, outputMode="RGB"
        )
    return picture.convert("RGB")
