"""The rules that bite when the press list is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from articles.writing.picture_rules import picture_faults
from articles.writing.rows import chosen_in, tell_rows
from cms.media.licences import REUSABLE
from cms.media.models import Picture


class PressIndexForm(WagtailAdminPageForm):
    """A press list offers pictures that others may use, each once, and says what they show."""

    def clean(self) -> dict[str, Any]:
        """The fields, with what is wrong among the pictures."""
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            pictures = chosen_in(self, "pictures", "picture")
            for field, message in tell_rows(self, "pictures", self._faults(pictures)):
                self.add_error(field, message)
        return cleaned

    def _faults(self, pictures: list[Picture]) -> Iterator[str]:
        for picture in dict.fromkeys(pictures):
            named = {"title": picture.title}
            if pictures.count(picture) > 1:
                yield _("“%(thing)s” has been chosen twice.") % {"thing": picture}
            if picture.licence not in REUSABLE:
                yield (
                    _(
                        "The picture “%(title)s” has no licence that lets others use it. Choose “Edit this image” "
                        "and say on what terms it may be used, or take another picture."
                    )
                    % named
                )
            for _field, message in picture_faults(picture, self.instance.locale.language_code):
                yield message
