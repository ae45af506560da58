"""The demo site's topics and contacts. What is there already, whatever editors made of it, is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db import models
from wagtail.models import Locale

from articles.contacts.models import Contact
from articles.topics.models import Topic

from .body import identified
from .content import FIRST_LANGUAGE, LANGUAGES, read

TRANSLATED: Final[dict[str, type[Any]]] = {"topics": Topic, "contacts": Contact}
"""The models whose rows are written in each language, by the file that they are in."""


class SnippetShelf:
    """The ids of snippets by the key that the texts use, and by language."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, str], int] = {}

    def load(self) -> Iterator[str]:
        """Make those that are missing; give back a line for each."""
        locales = {locale.language_code: locale for locale in Locale.objects.all()}
        for file, model in TRANSLATED.items():
            for key, row in read(file).items():
                for code in LANGUAGES:
                    identity = {"translation_key": identified(f"{file}/{key}"), "locale": locales[code]}
                    thing = model.objects.filter(**identity).first()
                    if thing is None:
                        thing = _made(model(**identity, **row[code]))
                        yield f"{model._meta.verbose_name}: {thing}"
                    self._ids[file, key, code] = thing.pk

    def id(self, file: str, key: str, locale: str) -> int:
        """The id of one in a language, or in Swedish where it isn't translated."""
        return self._ids.get((file, key, locale)) or self._ids[file, key, FIRST_LANGUAGE]


def _made(thing: models.Model) -> models.Model:
    thing.full_clean()
    thing.save()
    return thing
