"""What a document can be found by: its words as plain text, gathered from the finished JSON that the public sees.

Nothing else is searched, so that no search can tell more than the document does.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Any, Final, NamedTuple

from .documents import Document, Json
from .typography import IN_LINE, MARKUP

LONGEST: Final = 100_000
"""Characters of one document that are searched: a tsvector holds a megabyte, and a page must be publishable."""

NAMES: Final = frozenset({"name", "short_name", "english_name", "current_name"})
WORDS: Final = NAMES | {
    "alternatives", "amount", "authority", "caption", "citation", "comparison", "description", "email", "en",
    "exemptions", "form", "heading", "hours", "html", "intro", "label", "lead", "method", "note", "organisation",
    "organisation_number", "person", "phone", "question", "reason", "registry_number", "responsible_unit", "role",
    "service", "sv", "text", "title", "unit", "value", "what",
}  # fmt: skip
"""The members whose strings are words to a reader. Others hold addresses, dates, codes and the like."""

_LEAD: Final = ("lead", "intro", "description")
_NAMED: Final = ("agencies", "topics", "audiences", "source")
_TEXT: Final = ("body", "shortcomings", "alternatives", "method")
_HTML: Final = ("html", "sv", "en")
_LEFT_OUT: Final = ("meta", "contents", "urls", "licence", "successor", "predecessors")
_TITLE: Final = ("title", "name")
_UNSEEN: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_SPACE: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
WORD: Final = re.compile(r"[^\W_]+")
_OTHER_NAMES: Final = ("short_name", "english_name", "former_names")


class Words(NamedTuple):
    """The words by their weight in a search: `title` and other `names` weigh most, `more` least.

    What stood apart in the document is on lines of its own.
    """

    title: str = ""
    names: str = ""
    lead: str = ""
    named: str = ""
    text: str = ""
    more: str = ""


def words_of(document: Document) -> Words:
    """The words of a document whose references are resolved."""
    slots: dict[str, list[str]] = {name: [] for name in Words._fields}
    slots["title"].append(document.title)
    for member, value in document.body.items():
        if member not in _TITLE:
            _say(value, member, slots[_slot(member)])
    _say(document.also, "name", slots["named"])
    return Words(
        **_shortened({name: "\n".join(filter(None, map(plain, said))) for name, said in slots.items()})
    )


def fold(text: str) -> str:
    """Lower case without diacritics, as people type who look for something; its length may differ."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def folded(words: Words) -> str:
    """What is searched by parts of words: the names on the first line and the lead on the next, a space before each."""
    return f"{_apart(f'{words.title} {words.names}')}\n{_apart(words.lead)}"


def _apart(text: str) -> str:
    return "".join(f" {word}" for word in WORD.findall(fold(text)))


def _slot(member: str) -> str:
    for slot, members in (("names", _OTHER_NAMES), ("lead", _LEAD), ("named", _NAMED), ("text", _TEXT)):
        if member in members:
            return slot
    return "more"


def _say(value: Json, member: str, said: list[str]) -> None:
    """Add the words in a value, in the order in which they are read."""
    if member in _LEFT_OUT:
        return
    if isinstance(value, str):
        if member in WORDS:
            said += _lines(value) if member in _HTML else [value]
    elif isinstance(value, (list, tuple)):
        for item in value:
            _say(item, member, said)
    elif isinstance(value, dict):
        _say_of(value, said)


def _say_of(thing: dict[str, Any], said: list[str]) -> None:
    """Of a thing that has a page of its own only the names count, and nothing of another page's teaser."""
    if "lead" in thing:
        return
    for member, value in thing.items():
        if "slug" not in thing or member in NAMES:
            _say(value, member, said)


def _lines(html: str) -> list[str]:
    return unescape(MARKUP.sub(lambda tag: "" if IN_LINE.match(tag[0]) else "\n", html)).splitlines()


def plain(text: str) -> str:
    """One line of composed text, without soft hyphens and other characters that nobody sees."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # as most are
    return _SPACE.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()


def _shortened(texts: dict[str, str]) -> dict[str, str]:
    """The same, until there are enough of them; the weightiest come first."""
    left = LONGEST
    for name, text in texts.items():
        texts[name] = text[:left]
        left -= len(texts[name])
    return texts
