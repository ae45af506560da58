"""Files beside pictures: reports, sheets, films. Nothing is stored that was not looked into."""

from __future__ import annotations

from pathlib import PurePath
from typing import IO, Any

from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

from .file_types import FILE_TYPES, FileType
from .inspection import Inspected, inspect
from .languages import Language

LONGEST_NAME = 60


class InspectedFile(FieldFile):
    """The one door to the storage, whoever sends the file: it is looked into, and lies under its content's hash."""

    def save(self, name: str | None, content: Any, save: bool = True) -> None:
        """Store `content`; ValidationError when it can't be published."""
        found: Inspected = getattr(content, "inspected", None) or inspect(name or "", content)
        content.seek(0)
        row: Any = self.instance
        row.content_hash, row.file_size, row.pages = found.digest, found.size, found.pages
        stem = slugify(PurePath(name or "").stem)[:LONGEST_NAME] or "fil"
        super().save(f"{stem}.{found.type.extension}", content, save)


class InspectedFileField(models.FileField):
    attr_class = InspectedFile


def folder_by_content(instance: File, name: str) -> str:
    """Where a file is stored: its own name stays whole, and the same name with other bytes is another file."""
    return f"documents/{instance.content_hash[:16]}/{name}"


class File(AbstractDocument):
    """An uploaded file. The hash is over its bytes, and its public address carries it; `pages` are a PDF's."""

    file = InspectedFileField(_("file"), upload_to=folder_by_content)
    language = models.CharField(
        _("language"),
        max_length=3,
        choices=Language,
        default=Language.SWEDISH,
        help_text=_("What it is written or spoken in."),
    )
    content_hash = models.CharField(max_length=64, editable=False)
    pages = models.PositiveIntegerField(null=True, editable=False)

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    search_fields = [*AbstractDocument.search_fields, index.FilterField("language")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store new bytes first, so that the row says of them what was found."""
        given: Any = self.file
        if given and not given._committed:
            given.save(given.name, given.file, save=False)
        super().save(*args, **kwargs)

    @property
    def type(self) -> FileType:
        """The kind of file. Only the kinds of the table are ever stored."""
        return FILE_TYPES[self.file_extension]


def inspected(upload: Any) -> Any:
    """The upload with what was found in it, for a form to tell its faults; ValidationError when there is one."""
    content: IO[bytes] = upload
    upload.inspected = inspect(upload.name, content)
    upload.seek(0)
    return upload
