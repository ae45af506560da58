"""The sizes in which a picture is published: the one table of them."""

from typing import Final

RENDITIONS: Final = {
    "card": "fill-960x540|format-webp|webpquality-80",
    "text": "width-960|format-webp|webpquality-82",
    "wide": "width-1920|format-webp|webpquality-80",
    "share": "fill-1200x630|format-jpeg|jpegquality-82",
}

CONTENT_TYPES: Final = {"webp": "image/webp", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
