"""Text: running text with links, lists and emphasis."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.publication import Publication
from articles.writing.prose import ProseBlock
from cms.publishing.documents import Json
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Html, Shape


class Text(Shape):
    """Running text as HTML."""

    html: Html


class TextBlock(ProseBlock):
    shape = Text

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        description = _("Running text with links, lists and emphasis.")
        template = "articles/blocks/text.html"
        preview_value = "<p>Myndigheterna har granskat <b>flera branscher</b> tillsammans.</p>"

    def publish(self, value: str, publication: Publication) -> Json:
        """The text, its links resolved."""
        return {"html": RichHtml(value, publication.locale)}
