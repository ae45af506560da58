"""Pictures: Wagtail's image with what a newsroom must know of it. Files stand in `files.py`."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.core.files.base import File as Bytes
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, get_upload_to
from wagtail.search import index

from .files import File
from .licences import REUSABLE, Licence
from .picture_file import PictureFileField
from .renditions import PRESS, RENDITIONS

__all__ = ["File", "Picture", "PictureRendition"]


class Picture(AbstractImage):
    """An uploaded picture. Its alternative text is Wagtail's own `description`, in Swedish."""

    file = PictureFileField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    description = models.CharField(
        _("what the picture shows"),
        max_length=255,
        blank=True,
        default="",
        help_text=_(
            "In Swedish, in a sentence, for those who can't see it. Needed before a page is published."
        ),
    )
    english_description = models.CharField(
        _("what the picture shows, in English"),
        max_length=255,
        blank=True,
        help_text=_("Needed on English pages."),
    )
    # Not `decorative`, which Wagtail sets on every image for the place where it stands.
    is_decorative = models.BooleanField(
        _("the picture is decorative"),
        default=False,
        help_text=_("It says nothing that the text doesn't say. Readers who can't see it are told nothing."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Who made the picture, for example “Photo: Anna Ek”."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=10,
        choices=Licence,
        blank=True,
        help_text=_("With a free one, readers can download the picture in high resolution."),
    )
    licence_terms = models.CharField(
        _("other terms"), max_length=200, blank=True, help_text=_("Only for “on other terms”.")
    )

    admin_form_fields = (
        "file", "title", "description", "english_description", "is_decorative", "credit", "licence", "licence_terms",
        "collection", "tags", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("english_description"),
        index.SearchField("credit"),
        *(
            index.FilterField(name)
            for name in ("description", "english_description", "is_decorative", "licence")
        ),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new file first, so that the row has the size of what was stored."""
        given: Any = self.file
        if given and not given._committed:
            given.save(given.name, given.file, save=False)
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """The alternative text, and never the file's title in its place."""
        return self.alt_in("sv")

    def alt_in(self, locale: str) -> str:
        """What is said of the picture in a language, in Swedish where nothing else is written."""
        if self.is_decorative:
            return ""
        return str((locale == "en" and self.english_description) or self.description)

    def is_described_in(self, locale: str) -> bool:
        """Whether it may be published in a language: it is decorative, or what it shows is said in that language."""
        said = self.english_description if locale == "en" else self.description
        return bool(self.is_decorative or said.strip())

    @property
    def sizes(self) -> dict[str, str]:
        """The sizes in which it is published, by name."""
        return RENDITIONS | ({"press": PRESS} if self.licence in REUSABLE else {})

    def generate_rendition_instance(self, filter: Filter, source: Any) -> PictureRendition:
        """A new rendition with the hash of its bytes, which its public address carries."""
        rendition: PictureRendition = super().generate_rendition_instance(filter, source)
        rendition.measure()
        return rendition


class PictureRendition(AbstractRendition):
    """A picture in one of the sizes of `renditions.py`. `size` is in bytes."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)
    content_hash = models.CharField(max_length=64)
    size = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Know hash and size also when made alone: Wagtail saves one, and several with `bulk_create`."""
        if not self.content_hash:
            self.measure()
        super().save(*args, **kwargs)

    def measure(self) -> None:
        """Take hash and size from the bytes."""
        self.content_hash, self.size = _digest(self.file), self.file.size


def _digest(file: Bytes[bytes]) -> str:
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
