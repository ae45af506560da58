"""The admin's lists of pictures and files, with what a newsroom looks for in them."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentList
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImageList

from .files import File
from .languages import Language
from .licences import Licence
from .models import Picture

MISSING = {
    "sv": {"is_decorative": False, "description": ""},
    "en": {"is_decorative": False, "english_description": ""},
}


class PictureFilters(ImagesFilterSet):
    """Wagtail's, and what must be mended before a page can be published."""

    described = ChoiceFilter(
        label=_("Description"),
        empty_label=_("All"),
        choices=[
            ("sv", _("Missing")),
            ("en", _("Missing in English")),
            ("decorative", _("Decorative")),
        ],
        method="by_description",
    )
    licence = ChoiceFilter(
        label=_("Licence"),
        empty_label=_("All"),
        null_label=_("None"),
        null_value="none",
        choices=Licence.choices,
        method="by_licence",
    )

    def by_description(self, pictures: QuerySet[Picture], name: str, value: str) -> QuerySet[Picture]:
        """Those that lack one, or need none."""
        return pictures.filter(**MISSING.get(value, {"is_decorative": True}))

    def by_licence(self, pictures: QuerySet[Picture], name: str, value: str) -> QuerySet[Picture]:
        """Those on these terms, or on none that anyone has written."""
        return pictures.filter(licence="" if value == "none" else value)


class PictureList(ImageList):
    """As thumbnails, or with the columns as a list."""

    filterset_class = PictureFilters

    @cached_property
    def columns(self) -> list[Any]:
        columns: list[Any] = super().columns
        ours = [
            Column("described", label=_("Description"), accessor=_description),
            Column("credit", label=_("Credit"), accessor="credit"),
            Column("licence", label=_("Licence"), accessor=_licence),
        ]
        return [*columns[:3], *ours, *columns[3:]] if columns else []


class FileFilters(DocumentsFilterSet):
    """Wagtail's, and the language."""

    language = ChoiceFilter(label=_("Language"), empty_label=_("All"), choices=Language.choices)


class FileList(DocumentList):
    """With kind, size and language."""

    filterset_class = FileFilters

    @cached_property
    def columns(self) -> list[Any]:
        columns: list[Any] = super().columns
        ours = [
            Column("kind", label=_("Kind"), accessor="type.label"),
            Column("size", label=_("Size"), accessor=_size),
            Column("language", label=_("Language"), accessor="get_language_display", sort_key="language"),
        ]
        return [*columns[:3], *ours, *columns[3:]]


def _description(picture: Picture) -> str:
    """What is missing, before what is there."""
    if picture.is_decorative:
        return gettext("Decorative")
    missing = [not picture.is_described_in(locale) for locale in ("sv", "en")]
    if missing[0]:
        return gettext("Missing")
    return gettext("Missing in English") if missing[1] else gettext("In Swedish and English")


def _licence(picture: Picture) -> str:
    """The terms in a few words: what stands before the colon or comma."""
    return re.split("[:,]", picture.get_licence_display(), maxsplit=1)[0]


def _size(file: File) -> str:
    return str(filesizeformat(file.file_size))
