"""Words that stand nowhere else: each thing has its own, one for each of its fields, and every answer is searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

SECRET, OPEN = "zq", "xv"
"""How the words of secrets begin, and those of their twins that everybody may read."""

_WORD: Final = re.compile(rf"({SECRET}|{OPEN})([b-z]{{2}})([a-z]+)", re.IGNORECASE)
_UNSEEN: Final = re.compile("\u00ad|&shy;|&#173;|\u2060|\u200b")


@dataclass(frozen=True)
class Words:
    """The words of one thing. `mark` begins them all, and is no one else's."""

    mark: str

    def __getattr__(self, field: str) -> str:
        """``words.title`` is the word for the title: letters alone, so that it can stand in an address too."""
        if field.startswith("_"):
            raise AttributeError(field)
        return f"{self.mark}{field}"


def marks(beginning: str) -> Iterator[str]:
    """Two letters for each thing, with no vowel between that a language could make a word of."""
    letters = "bcdfghjklmnpqrstvwxz"
    return (f"{beginning}{first}{second}" for first, second in product(letters, letters))


def told(text: str) -> set[str]:
    """The words of things, open and secret, that a text has: small letters, without hyphens of the layout."""
    return {"".join(found).lower() for found in _WORD.findall(_UNSEEN.sub("", text))}
