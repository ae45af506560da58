# ruff: noqa: S608 (the statement is put together from constants only; what a request says is bound)
"""From words as they are typed to what `Current.search` holds of them, in one statement that PostgreSQL answers.

Of each word there are the *exact* stems, the *wide* ones (words that begin with it, compounds that hold it) and the
stems *with diacritics*, by which "får" comes before "far". All are tsqueries as text, empty for a stop word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from django.db import connection

from cms.api.lists.conditions import VISIBLE
from cms.publishing.words import fold

from ..moment import MOMENT, Moment, now

SHORTEST_PREFIX: Final = 4
SHORTEST_PART: Final = 6
_STOP: Final = frozenset({
    "an", "ar", "at", "da", "for", "fran", "nagon", "nagot", "nagra", "nar", "over", "pa", "sa", "sadan", "sadana",
    "sadant", "var", "vara", "vart",
})  # fmt: skip
"""Swedish stop words as they look without diacritics; the database knows the others."""

# Compounds are those of pages' titles and leads: where one stands there, it is found in all texts.
_STATEMENT: Final = f"""
SELECT {MOMENT}, asked.word, phraseto_tsquery('pressrum_sv', form)::text,
  phraseto_tsquery('pressrum_accents', form)::text, phraseto_tsquery('pressrum_en', form)::text,
  to_tsquery('pressrum_plain', prefix)::text, to_tsquery('pressrum_sv', prefix)::text, compounds.stems
FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[]) WITH ORDINALITY AS asked (word, form, prefix, part, n)
LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT to_tsquery('pressrum_sv', compound)::text) AS stems FROM (
    SELECT seen.folded FROM publishing_current seen
    WHERE {VISIBLE.sql} AND seen.tree_path <> '' AND asked.part <> ''
      AND seen.folded LIKE '%%' || asked.part || '%%' LIMIT 1000) near
  CROSS JOIN regexp_split_to_table(near.folded, '[ \n]+') compound
  WHERE compound LIKE '_%%' || asked.part || '%%') compounds ON true
ORDER BY asked.n
"""


class Stems(NamedTuple):
    """The tsqueries of one word or phrase as text, each empty when there is none."""

    word: str
    exact: str = ""
    wide: str = ""
    accents: str = ""

    @property
    def any(self) -> str:
        return any_of(filter(None, (self.exact, self.wide)))


class _Answer(NamedTuple):
    """What the database says of one form of a word."""

    swedish: str
    accents: str
    english: str
    prefix: str
    stem_prefix: str
    compounds: list[str] | None


def stems_of(words: Iterable[str], locale: str | None) -> tuple[Moment, dict[str, Stems]]:
    """When it was asked, and the stems of each word, in a language or in both; stop words are left out."""
    asked = [word for word in words if fold(word) not in _STOP or fold(word) != word.casefold()]
    rows = [row for word in asked for row in _forms(word)]
    if not rows:
        return now(), {}
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, [list(column) for column in zip(*rows, strict=True)])
        said = cursor.fetchall()
    answers: dict[str, list[_Answer]] = {}
    for _moment, word, *answer in said:
        answers.setdefault(word, []).append(_Answer(*answer))
    found = {word: _stems(word, forms, locale) for word, forms in answers.items()}
    return Moment.of(said[0][0]), {word: stems for word, stems in found.items() if stems}


def any_of(queries: Iterable[str]) -> str:
    return " | ".join(f"({query})" for query in dict.fromkeys(queries))


def all_of(queries: Iterable[str]) -> str:
    return " & ".join(f"({query})" for query in dict.fromkeys(queries))


def _forms(word: str) -> Iterator[tuple[str, str, str, str]]:
    """The word, each of its forms, the beginning that others share with it, and the part that a compound must hold."""
    length = len(fold(word)) if " " not in word else 0
    prefix = f"{word}:*" if length >= SHORTEST_PREFIX else ""
    yield word, word, prefix, fold(word) if length >= SHORTEST_PART else ""
    if prefix and word.isalpha():
        yield from ((word, form, "", "") for form in _endings(word))


def _endings(word: str) -> Iterator[str]:
    """The word without a genitive's -s, and with and without the article -et or -n: the stemmer knows neither well."""
    stem = word.removesuffix("s")
    if stem != word:
        yield stem
    if stem.endswith("et") and len(stem) > SHORTEST_PREFIX:
        yield from (stem[:-1], stem[:-2])
    elif stem.endswith("an"):
        yield stem[:-1]
    else:
        yield stem + next((article for end, article in (("a", "n"), ("e", "t")) if stem.endswith(end)), "et")


def _stems(word: str, forms: list[_Answer], locale: str | None) -> Stems | None:
    """None for a stop word of the language, or of either when both are searched. The first form is the word itself."""
    own = forms[0]
    swedish = [text for form in forms for text in (form.swedish, form.accents) if text]
    if locale == "en":
        return Stems(word, own.english, own.prefix) if own.english else None
    if not own.swedish or not (locale or own.english):
        return None
    exact = swedish if locale else [*swedish, own.english]
    begins = [own.prefix, own.stem_prefix if _fit(own.stem_prefix, word) else ""]
    wide = [*filter(None, begins), *(own.compounds or ())[:20]]
    return Stems(word, any_of(exact), any_of(wide), own.accents)


def _fit(stem_prefix: str, word: str) -> bool:
    """Whether what the stemmer left is still so much of the word that others which begin so have to do with it."""
    left = len(stem_prefix.removesuffix(":*").strip("'"))
    return left >= max(SHORTEST_PREFIX, len(word) - 4)
