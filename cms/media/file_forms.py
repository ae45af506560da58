"""The form of a file's upload: what is wrong with it is said at its field."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm

from .files import inspected


class FileForm(BaseDocumentForm):
    """Wagtail's, which alone would go by the file's name."""

    def clean_file(self) -> Any:
        """The upload, looked into."""
        upload = self.cleaned_data["file"]
        return inspected(upload) if "file" in self.changed_data else upload
