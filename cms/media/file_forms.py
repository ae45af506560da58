"""The form of a file's upload: what is wrong with it is said at its field."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm

from .files import inspected
from .languages import Language


class FileForm(BaseDocumentForm):
    """Wagtail's, which alone would go by the file's name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "language"
        ].required = False  # many at once are sent without it, and asked about afterwards

    def clean_language(self) -> str:
        """Swedish until somebody says otherwise."""
        return str(self.cleaned_data["language"] or Language.SWEDISH)

    def clean_file(self) -> Any:
        """The upload, looked into."""
        upload = self.cleaned_data["file"]
        return inspected(upload) if "file" in self.changed_data else upload
