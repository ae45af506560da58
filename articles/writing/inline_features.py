"""What running text can say of single words: what an abbreviation stands for, and another language than the page's."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    InlineEntityElementHandler,
    InlineStyleElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature, Feature

from cms.media.languages import Language

LANGUAGES: Final = (
    Language.ENGLISH,
    Language.FINNISH,
    Language.MEANKIELI,
    Language.ROMANI,
    Language.NORTHERN_SAMI,
    Language.YIDDISH,
)
"""English, and the national minority languages (lag 2009:724, 2 §)."""

ABBREVIATION: Final = {
    "type": "ABBREVIATION",
    "label": _("Abbr."),
    "description": _("Abbreviation: say what it stands for"),
    "question": _("What does the abbreviation stand for?"),
    "hint": _("Select the abbreviation in the text first."),
    "attributes": ["title"],
}


class LanguagesFeature(Feature):
    """A button for each language, which marks words as a style does, and so goes together with links."""

    def construct_options(self, options: dict[str, Any]) -> None:
        options.setdefault("inlineStyles", []).extend(
            {
                "type": _style(language),
                "label": language.upper(),
                "description": language.label,
                "style": {"borderBottom": "2px dotted"},
            }
            for language in LANGUAGES
        )


class AbbreviationHandler(InlineEntityElementHandler):
    """<abbr title> as the editor's entity."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {"title": attrs["title"]}


def register(features: Any) -> None:
    """Both features, and how their marks are stored."""
    features.register_editor_plugin(
        "draftail", "abbreviation", EntityFeature(ABBREVIATION, js=["articles/abbreviation.js"])
    )
    features.register_converter_rule(
        "contentstate",
        "abbreviation",
        {
            "from_database_format": {"abbr[title]": AbbreviationHandler("ABBREVIATION")},
            "to_database_format": {"entity_decorators": {"ABBREVIATION": _abbreviation}},
        },
    )
    features.register_editor_plugin("draftail", "language", LanguagesFeature())
    features.register_converter_rule(
        "contentstate",
        "language",
        {
            "from_database_format": {
                f'span[lang="{code}"]': InlineStyleElementHandler(_style(code)) for code in LANGUAGES
            },
            "to_database_format": {
                "style_map": {
                    _style(code): {"element": "span", "props": {"lang": code}} for code in LANGUAGES
                }
            },
        },
    )


def _style(code: str) -> str:
    return f"LANGUAGE_{code.upper()}"


def _abbreviation(props: dict[str, Any]) -> Any:
    return DOM.create_element("abbr", {"title": props.get("title") or ""}, props["children"])
