"""Titles and names that go on as what is being typed begins, in one statement."""

from __future__ import annotations

import json
from typing import Final

from django.db import connection

from cms.api.http.responses import Answer, listing
from cms.api.lists.conditions import VISIBLE, Condition, every
from cms.publishing.words import WORD, fold, plain

from ..moment import MOMENT, Moment, now

MOST: Final = 8
SHORT: Final = 3
"""Letters from which on news are suggested: with fewer, most of them would be."""
SETS: Final = ("page", "agency", "topic")

# `folded` has the names on its first line and the lead on the next, a space before each word, so that the trigrams in
# its index know how words begin. What they find in a lead is sorted out. What begins so comes first, then what has the
# words in this order, then agencies and topics, then the latest.
_STATEMENT: Final = """
SELECT {moment}, best.* FROM (SELECT) once LEFT JOIN LATERAL (
  SELECT seen.key, seen.type, seen.title, seen.path, seen.card FROM publishing_current seen
  CROSS JOIN split_part(seen.folded, E'\\n', 1) names
  WHERE {matching} ORDER BY starts_with(names, %s) DESC, strpos(names, %s) > 0 DESC, seen.tree_path = '' DESC,
    seen.published_at DESC NULLS LAST, seen.sort_key, seen.key LIMIT {most}) best ON true
"""
_SUGGESTED: Final = Condition(
    "seen.path IS NOT NULL AND (seen.tree_path <> '' OR seen.key LIKE 'agency:%%' OR seen.key LIKE 'topic:%%')"
)
_FEW: Final = Condition("NOT seen.dated")


def suggest(typed: str, locale: str) -> Answer:
    """Pages, agencies and topics in a language: type, title and address of each."""
    words = WORD.findall(fold(plain(typed)))
    if not words:
        return Answer(listing([], total_count=0), now(), SETS)
    begun = [Condition("names LIKE %s", (f"% {word}%",)) for word in words]
    indexed = [Condition("seen.folded LIKE %s", (f"% {word}%",)) for word in words if len(word) >= SHORT]
    spoken_here = Condition("seen.locale IN ('', %s)", (locale,))
    matching = every([VISIBLE, _SUGGESTED, spoken_here, *(indexed or [_FEW]), *begun])
    statement = _STATEMENT.format(moment=MOMENT, matching=matching.sql, most=MOST)
    whole = f" {' '.join(words)}"
    with connection.cursor() as cursor:
        cursor.execute(statement, [*matching.values, whole, whole])
        rows = cursor.fetchall()
    found = [row for row in rows if row[1]]
    items = [_item(*row[2:], locale=locale) for row in found]
    keys = (*(row[1] for row in found), *SETS)
    return Answer(listing(items, total_count=len(items)), Moment.of(rows[0][0]), keys)


def _item(type_: str, title: str, path: str, card: str, *, locale: str) -> str:
    """What has no language of its own says in its card what it is called in each, and where it is."""
    own = json.loads(card)
    if locale != "sv" and "english_name" in own:
        title, path = own["english_name"] or title, own["urls"][locale]
    said = {"type": type_, "title": title, "url": path}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
