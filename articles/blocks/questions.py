"""Questions: what readers ask, each with its answer."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.publication import Publication
from articles.writing.prose import ProseBlock
from cms.publishing.documents import Json
from cms.publishing.references import DROP
from cms.publishing.rich_text import RichHtml
from cms.publishing.shapes import Html, Shape
from cms.publishing.typography import no_break


class Question(Shape):
    """A question and its answer; `anchor` is unlike all others on the page."""

    question: str
    html: Html
    anchor: str


class Questions(Shape):
    """At least one question; `title` may be empty."""

    title: str
    items: list[Question]


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = ProseBlock(label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class QuestionsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=20)

    shape = Questions

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = _("Text")
        description = _("What readers often ask. Every question can be linked to.")
        template = "articles/blocks/questions.html"
        preview_value = {
            "title": "Vanliga frågor",
            "items": [
                {
                    "question": "Måste jag säga vem jag är?",
                    "answer": "<p>Nej. Du behöver inte heller säga vad du ska ha handlingen till.</p>",
                }
            ],
        }
        label_format = "{title}"

    def publish(self, value: dict[str, Any], publication: Publication) -> Json:
        """The questions with their anchors; nothing when there is none."""
        items = [_question(item["value"], publication) for item in value["items"]]
        return {"title": (value.get("title") or "").strip(), "items": items} if items else DROP


def _question(value: dict[str, Any], publication: Publication) -> Json:
    question = value["question"].strip()
    html = RichHtml(value["answer"], publication.locale)
    return {"question": no_break(question), "html": html, "anchor": publication.anchor(question)}
