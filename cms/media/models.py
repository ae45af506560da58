"""Pictures: Wagtail's image with a credit, and renditions that know the hash of their bytes. Files: `files.py`."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.core.files.base import File as Bytes
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from .files import File

__all__ = ["File", "Picture", "PictureRendition"]


class Picture(AbstractImage):
    """An uploaded picture. Its alternative text is Wagtail's own `description`."""

    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Who made the picture, for example “Photo: Anna Ek”."),
    )

    admin_form_fields = ("title", "file", "description", "credit", "collection", "tags")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """The alternative text, and never the file's title in its place."""
        return str(self.description)

    def generate_rendition_instance(self, filter: Filter, source: Any) -> PictureRendition:
        """A new rendition with the hash of its bytes, which its public address carries."""
        rendition: PictureRendition = super().generate_rendition_instance(filter, source)
        rendition.content_hash = _digest(rendition.file)
        return rendition


class PictureRendition(AbstractRendition):
    """A picture in one of the sizes of `renditions.py`."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)
    content_hash = models.CharField(max_length=64)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Know the hash also when made alone: Wagtail saves one, and several with `bulk_create`."""
        self.content_hash = self.content_hash or _digest(self.file)
        super().save(*args, **kwargs)


def _digest(file: Bytes[bytes]) -> str:
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
