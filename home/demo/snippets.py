"""The demo site's topics, contacts, promos and fees. What is there already, whatever became of it, is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db import models
from wagtail.models import Locale

from articles.contacts.models import Contact
from articles.fees.models import FeeLine, FeeSchedule, OtherFee
from articles.topics.models import Topic
from home.models import Promo

from .body import identified
from .content import FIRST_LANGUAGE, LANGUAGES, Values, read

TRANSLATED: Final[dict[str, type[Any]]] = {"topics": Topic, "contacts": Contact, "promos": Promo}
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

        self._ids["fees", "kopior", FIRST_LANGUAGE], made = _fee_schedule(read("fees")["kopior"])
        yield from made

    def id(self, file: str, key: str, locale: str) -> int:
        """The id of one in a language, or in Swedish where it isn't translated."""
        return self._ids.get((file, key, locale)) or self._ids[file, key, FIRST_LANGUAGE]


def _fee_schedule(row: Values) -> tuple[int, list[str]]:
    """The fee schedule, by whatever name it is there, or else as it is written."""
    known = FeeSchedule.objects.order_by("pk").first()
    if known:
        return known.pk, []
    schedule = FeeSchedule(name=row["name"], english_name=row["english_name"])
    schedule.lines = [FeeLine(**line) for line in row["lines"]]
    schedule.other_fees = [OtherFee(sort_order=place, **fee) for place, fee in enumerate(row["other_fees"])]
    return _made(schedule).pk, [f"{FeeSchedule._meta.verbose_name}: {schedule}"]


def _made(thing: models.Model) -> models.Model:
    thing.full_clean()
    thing.save()
    return thing
