"""The file of a picture in the database: the one door to the storage, through which no picture goes uncleaned."""

from __future__ import annotations

from typing import Any

from wagtail.images.fields import WagtailImageField as UploadField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from .cleaning import CleanPicture, clean


class StoredPicture(WagtailImageFieldFile):
    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Store the picture as `clean` makes it, unless a form has done so; ValidationError when it can't be."""
        if not isinstance(content, CleanPicture):
            content = clean(name, content, content.size)
        super().save(content.name, content, save)


class PictureFileField(WagtailImageField):
    attr_class = StoredPicture


class PictureUploadField(UploadField):
    """The upload in a form: by its content, whatever it is called, with the faults told at the field."""

    def to_python(self, data: Any) -> CleanPicture | None:
        """The cleaned picture, or ValidationError."""
        return clean(data.name, data, data.size) if data else None
