"""What documents say of pictures and files, which have none of their own: they are public where one names them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from django.db.models import Q
from django.utils.translation import override

from cms.publishing import visibility
from cms.publishing.documents import Json, Loaded, Source
from cms.publishing.references import PublicFile
from cms.publishing.rows import relations_of, rows_of, with_rows

from .licences import ADDRESSES, Licence
from .models import File, Picture, PictureRendition
from .renditions import CONTENT_TYPES, PRESS, RENDITIONS


class PictureSource(Source):
    """``picture:3``. ``full`` has every size and the licence, ``card`` one size; null when in a private collection."""

    name = "picture"

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        (renditions,) = relations_of(Picture, ["renditions"])
        sizes = Q(filter_spec__in=[*RENDITIONS.values(), PRESS])
        pictures = with_rows(visibility.collected(Picture.objects.filter(pk__in=ids)), renditions, sizes)
        for picture in pictures:
            picture.prefetched_renditions = rows_of(picture, renditions)  # where Wagtail looks for them
        return {str(each.pk): Loaded(each, visibility.of_collected(each)) for each in pictures}

    def refer(self, thing: Picture, form: str, locale: str) -> Json:
        sizes = {"card": RENDITIONS["card"]} if form == "card" else thing.sizes
        made = thing.get_renditions(*sizes.values())
        renditions = {name: _rendition(made[spec], name) for name, spec in sizes.items()}
        said = {
            "id": thing.pk,
            "alt": thing.alt_in(locale),
            "credit": thing.credit,
            "focal_point": _focal_point(thing),
            "renditions": renditions,
        }
        if form == "card":
            return said
        press = renditions.get("press")
        renditions["press"] = press | {"size": made[PRESS].size} if press else None
        return said | {"licence": _licence(thing, locale)}


def _licence(picture: Picture, locale: str) -> Json:
    """The terms in the language of the page, with an address where they are written out."""
    if not picture.licence:
        return None
    licence = Licence(picture.licence)
    with override(locale):
        name = picture.licence_terms if licence is Licence.OTHER else str(licence.label)
    return {"code": licence.value, "name": name, "url": ADDRESSES.get(licence, "").format(locale=locale)}


def _focal_point(picture: Picture) -> dict[str, float]:
    """Where to look, as fractions of width and height from the upper left corner."""
    if not picture.has_focal_point():
        return {"x": 0.5, "y": 0.5}
    return {
        "x": round(picture.focal_point_x / picture.width, 3),
        "y": round(picture.focal_point_y / picture.height, 3),
    }


def _rendition(rendition: PictureRendition, size: str) -> Json:
    stored = PurePosixPath(rendition.file.name)
    stem = PurePosixPath(rendition.image.filename).stem
    kind = CONTENT_TYPES[stored.suffix.lstrip(".").lower()]
    address = f"/media/{rendition.content_hash[:16]}/{stem}-{size}{stored.suffix}"
    return {
        "url": PublicFile(address, rendition.file.name, kind),
        "width": rendition.width,
        "height": rendition.height,
        "type": kind,
    }


class FileSource(Source):
    """``file:3``: title, address, kind, size and language, in every form; null when in a private collection."""

    name = "file"

    def load(self, ids: Collection[str]) -> Mapping[str, Loaded]:
        files = visibility.collected(File.objects.filter(pk__in=ids))
        return {str(each.pk): Loaded(each, visibility.of_collected(each)) for each in files}

    def refer(self, thing: File, form: str, locale: str) -> Json:
        kind = thing.type
        address = f"/media/{thing.content_hash[:16]}/{thing.filename}"
        return {
            "id": thing.pk,
            "title": thing.title,
            "url": PublicFile(address, str(thing.file.name), kind.content_type),
            "type": kind.content_type,
            "format": kind.label,
            "size": thing.file_size,
            "pages": thing.pages,
            "language": thing.language,
        }
