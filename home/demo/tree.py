"""Where the demo site's pages stand, and what the texts call them.

Pages are known by their translation key, wherever editors have moved them and whatever they are called now.
"""

from __future__ import annotations

from typing import Final

from wagtail.models import Locale, Page

from articles.models import (
    AccessibilityStatementPage,
    Article,
    InformationPage,
    PressIndexPage,
    PressReleasePage,
    RequestPage,
)
from home.models import HomePage

from .assets import PictureShelf
from .body import Names, identified
from .content import FIRST_LANGUAGE, LANGUAGES, PageText
from .files import FileShelf
from .snippets import SnippetShelf

MODELS: Final[dict[str, type[Article]]] = {
    "pages": InformationPage,
    "releases": PressReleasePage,
    "statements": AccessibilityStatementPage,
    "requests": RequestPage,
}


class NoSiteError(Exception):
    """The database has no home pages: `setup_site` makes them."""


class Tree:
    """The ids of the pages by key and language; `home` and `press` are those that every site has."""

    def __init__(self, pictures: PictureShelf, files: FileShelf, snippets: SnippetShelf) -> None:
        self._pictures, self._files, self._snippets = pictures, files, snippets
        self._locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self._ids: dict[tuple[str, str], int] = {}
        for locale in LANGUAGES:
            home = HomePage.objects.filter(locale__language_code=locale).first()
            press = PressIndexPage.objects.child_of(home).first() if home else None
            if home is None or press is None:
                raise NoSiteError
            self._ids |= {("home", locale): home.pk, ("press", locale): press.pk}

    def id(self, key: str, locale: str) -> int:
        """The page's id in that language, or of its Swedish original where it isn't translated."""
        return self._ids.get((key, locale)) or self._ids[key, FIRST_LANGUAGE]

    def names(self, locale: str) -> Names:
        """What a text in that language means by the names of pages, pictures and snippets."""
        return Names(
            page=lambda key: self.id(key, locale),
            picture=self._pictures.id,
            alt=lambda name: self._pictures.alt(name, locale),
            file=self._files.id,
            snippet=lambda file, key: self._snippets.id(file, key, locale),
        )

    def place(self, text: PageText) -> None:
        """Find the page, or put an empty draft in its place so that others can link to it."""
        key, locale = identified(text.key), self._locales[text.locale]
        page = Page.objects.filter(translation_key=key, locale=locale).first()
        if page is None:
            page = MODELS[text.folder](
                title=text.values["title"],
                slug=text.values["slug"],
                locale=locale,
                translation_key=key,
                first_published_at=text.published,
                live=False,
            )
            Page.objects.get(pk=self._ids[text.parent, text.locale]).add_child(instance=page)
        self._ids[text.key, text.locale] = page.pk
