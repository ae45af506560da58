"""Where a search hit: title and a piece of the text as HTML, the words that were found in ``<mark>``, all else escaped.

PostgreSQL marks the words in a text that `publishing_spaced` has parted. That has the same length, so the marks are put
into the text as it was published.
"""

from __future__ import annotations

import json
import re
from html import escape
from itertools import accumulate
from typing import Final, NamedTuple

from cms.api.lists.conditions import Condition
from cms.publishing.words import fold

from .matching import Search

SNIPPET: Final = 240
"""Characters of a snippet, at most."""
_BEFORE: Final = 60
_START, _STOP = "\x02", "\x03"  # texts have no control characters

_MARKED: Final = """
ts_headline((CASE WHEN seen.locale = 'en' THEN 'pressrum_en' ELSE 'pressrum_sv' END)::regconfig,
  publishing_spaced({text}), %s::tsquery, E'HighlightAll=true, StartSel="\\x02", StopSel="\\x03"')
"""
_TITLE: Final = "seen.words[1]"
_TEXT: Final = (
    "concat_ws(E'\\n', nullif(seen.words[3], ''), nullif(seen.words[5], ''), nullif(seen.words[6], ''))"
)
_SENTENCE: Final = re.compile(r"[.?!:] |\n")


class Span(NamedTuple):
    """A found word in a text, from `start` to before `stop`."""

    start: int
    stop: int


def columns(search: Search) -> Condition:
    """What a statement selects of ``seen`` for `with_highlight`, with its values."""
    pairs = (f"{text}, {_MARKED.format(text=text)}" for text in (_TITLE, _TEXT))
    return Condition(", ".join(pairs), (search.all, search.all))


def with_highlight(item: str, title: str, marked_title: str, text: str, marked_text: str) -> str:
    """An item's JSON with the member `highlight` at its end."""
    said = {
        "title": _html(title, spans(title, marked_title)),
        "snippet": _snippet(text, spans(text, marked_text)),
    }
    comma = "" if item == "{}" else ","
    return f'{item[:-1]}{comma}"highlight":{json.dumps(said, ensure_ascii=False, separators=(",", ":"))}}}'


def spans(text: str, marked: str) -> list[Span]:
    """The places of the marks, seen in the text; none should the two not fit."""
    pieces = marked.replace(_STOP, _START).split(_START)
    if sum(map(len, pieces)) != len(text):
        return []
    ends = list(accumulate(map(len, pieces)))
    return [Span(start, stop) for start, stop in zip(ends[0::2], ends[1::2], strict=False)]


def _snippet(text: str, found: list[Span]) -> str:
    start = _beginning(text, _densest(text, found))
    stop = _end(text, start + SNIPPET)
    within = [Span(a - start, b - start) for a, b in found if start <= a and b <= stop]
    before, after = ("… " if start else ""), (" …" if stop < len(text) else "")
    lines = re.sub(r"(?<=[.?!:])\n", " ", _html(text[start:stop], within))
    return before + lines.replace("\n", " · ") + after


def _densest(text: str, found: list[Span]) -> int:
    """The first of the places after which the most different words stand close by."""
    room = SNIPPET - _BEFORE

    def different(span: Span) -> int:
        near = [each for each in found if span.start <= each.start and each.stop <= span.start + room]
        return len({fold(text[a:b]) for a, b in near})

    return max(found, key=different, default=Span(0, 0)).start


def _beginning(text: str, place: int) -> int:
    """The beginning of the sentence, or else of a word, shortly before a place."""
    if place <= _BEFORE:
        return 0
    earliest = place - _BEFORE
    sentences = [sentence.end() for sentence in _SENTENCE.finditer(text, earliest, place)]
    space = text.find(" ", earliest, place)
    return sentences[0] if sentences else space + 1 if space >= 0 else place


def _end(text: str, place: int) -> int:
    """The end of a word at a place or shortly before."""
    if place >= len(text):
        return len(text)
    space = max(text.rfind(mark, place - _BEFORE, place + 1) for mark in (" ", "\n"))
    return space if space >= 0 else place


def _html(text: str, found: list[Span]) -> str:
    parts, last = [], 0
    for start, stop in found:
        parts += [escape(text[last:start]), "<mark>", escape(text[start:stop]), "</mark>"]
        last = stop
    return "".join([*parts, escape(text[last:])])
