# ruff: noqa: S608 (the statement is put together from constants only; what a request says is bound)
"""What may have been meant, when nothing is found: words that no public document has, put right by those of titles."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from django.db import connection

from cms.api.lists.conditions import VISIBLE
from cms.publishing.words import fold

from .matching import Search

ALIKE: Final = 0.75
"""How much two words must have in common, from 0 to 1; a pair of letters that changed places leaves 0.86 of seven."""
SHORTEST: Final = 4

# Who mistypes a word mostly begins it right. The limit keeps the cost of a beginning that many titles have.
_STATEMENT: Final = f"""
SELECT asked.n, array_agg(DISTINCT lower(word)) FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY
  AS asked (beginning, query, n)
CROSS JOIN LATERAL (SELECT seen.words FROM publishing_current seen
  WHERE {VISIBLE.sql} AND (%s::text IS NULL OR seen.locale IN ('', %s::text))
    AND seen.folded LIKE '%% ' || asked.beginning || '%%' LIMIT 2000) near
CROSS JOIN regexp_split_to_table(near.words[1] || ' ' || near.words[2], '[^[:alnum:]]+') word
WHERE NOT EXISTS (SELECT FROM publishing_current seen WHERE {VISIBLE.sql} AND seen.search @@ asked.query::tsquery)
GROUP BY asked.n
"""


def suggestion(search: Search, locale: str | None) -> str | None:
    """The words that were asked for, those unknown put right; None when there is nothing to put right."""
    unknown = [each for each in search.words if len(each.word) >= SHORTEST]
    if not unknown:
        return None
    with connection.cursor() as cursor:
        beginnings, queries = [fold(each.word)[:2] for each in unknown], [each.any for each in unknown]
        cursor.execute(_STATEMENT, [beginnings, queries, locale, locale])
        near = {unknown[n - 1].word: words for n, words in cursor.fetchall()}
    better = {word: best for word, words in near.items() if (best := _most_alike(word, words))}
    return " ".join(better.get(word, word) for word in search.asked.words) if better else None


def _most_alike(word: str, others: list[str]) -> str | None:
    asked = fold(word)
    alike = {other: SequenceMatcher(None, asked, fold(other)).ratio() for other in others}
    return max(
        (other for other in alike if alike[other] >= ALIKE), key=lambda other: alike[other], default=None
    )
