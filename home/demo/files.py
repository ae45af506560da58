"""The demo site's files to download, put into the library when a page first needs them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.core.files.base import ContentFile

from cms.media.models import File

from .content import read

FILES: Final = Path(__file__).parent / "files"


class FileShelf:
    """Files by their names in `files.toml`, which says title and language; the bytes lie in `files/`."""

    def __init__(self) -> None:
        self._written = read("files")
        self._ids: dict[str, int] = {}

    def id(self, name: str) -> int:
        """The file with this name, made when it is not there."""
        if name not in self._ids:
            said = self._written[name]
            known = File.objects.filter(title=said["title"], language=said["language"]).first()
            self._ids[name] = (known or _make(said["file"], said["title"], said["language"])).pk
        return self._ids[name]


def _make(name: str, title: str, language: str) -> File:
    file = File(title=title, language=language)
    file.file = ContentFile((FILES / name).read_bytes(), name)
    file.save()
    return file
