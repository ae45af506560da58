"""The sizes in which a picture is published: the one table of them."""

from typing import Final

_PLAIN: Final = "format-jpeg|bgcolor-ffffff"

RENDITIONS: Final = {
    "card": "fill-960x540|format-webp|webpquality-80",
    "text": "width-960|format-webp|webpquality-82",
    "wide": "width-1920|format-webp|webpquality-80",
    "plain": f"width-960|{_PLAIN}|jpegquality-80",  # `text` for readers whose program knows no WebP
    "share": f"fill-1200x630|{_PLAIN}|jpegquality-82",
}

PRESS: Final = f"max-6000x6000|{_PLAIN}|jpegquality-92"
"""For others to print and publish, of pictures whose licence lets them."""

CONTENT_TYPES: Final = {"webp": "image/webp", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
