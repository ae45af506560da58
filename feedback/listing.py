"""The list of readers' answers, by page, answer and day, and how it becomes a spreadsheet."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.models import Locale, Page

from .models import Answer, Feedback

WORDS: Final = 40
"""In the list; the answer's own page has all."""
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def _answered_pages(request: Any) -> Any:
    return Page.objects.filter(pk__in=Feedback.objects.values("page")).order_by("title")


class FeedbackFilters(WagtailFilterSet):
    """What an editor looks for: a page's answers, the disappointed ones, those since the page was changed."""

    page = ModelChoiceFilter(label=_("Page"), queryset=_answered_pages)
    answer = ChoiceFilter(label=_("Did it help?"), choices=Answer.choices)
    day = DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)
    written = ChoiceFilter(
        label=_("Text"), choices=[("true", _("Only answers with a text"))], method="with_text"
    )
    locale = ModelChoiceFilter(field_name="page__locale", queryset=Locale.objects.all(), label=_("Language"))

    class Meta:
        model = Feedback
        fields = ["page", "answer", "day", "written", "locale"]

    def with_text(self, answers: Any, name: str, value: str) -> Any:
        """Those that say something."""
        return answers.exclude(text="")


def _edit_page(answer: Feedback) -> str:
    return reverse("wagtailadmin_pages:edit", args=(answer.page_id,))


def _short(answer: Feedback) -> str:
    return str(Truncator(answer.text).words(WORDS))


COLUMNS: Final = [
    "__str__",  # leads to the answer, from where it can be deleted
    Column("text", label=_("What was missing"), accessor=_short),
    TitleColumn("page", label=_("Page"), accessor="page.title", get_url=_edit_page, width="24%"),
]


def harmless(text: str) -> str:
    """What a spreadsheet would take for a formula begins with an apostrophe: anybody may have written it."""
    return f"'{text}" if text.startswith(FORMULA) else text


class FeedbackIndexView(IndexView):
    """All answers, the newest first."""

    custom_field_preprocess = {"text": {"csv": harmless, "xlsx": harmless}}

    def get_base_queryset(self) -> Any:
        """With their pages, and the pages' languages, in the same query."""
        return super().get_base_queryset().select_related("page__locale")
