"""What a reader typed into the search box, read as words, "phrases" and -words.

Nothing is an error but too much of it: marks that mean nothing here are passed over, as people expect.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from cms.publishing.words import WORD, plain

LONGEST: Final = 200
MOST: Final = 20
_PARTS: Final = re.compile(r'(?P<minus>(?<!\S)-)?(?:["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+))')


@dataclass(frozen=True, slots=True)
class Asked:
    """Each is one word, or several that stand together: "bank-id" is looked for as it is written."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def read(value: Any) -> Asked:
    """ValueError says what is too much."""
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"search for at most {LONGEST} characters")
    if "\x00" in value:
        raise ValueError("must not hold null bytes")
    found: dict[str, list[str]] = {"words": [], "phrases": [], "without": []}
    for part in _PARTS.finditer(plain(value)):
        said = part["word"] if part["phrase"] is None else part["phrase"]
        if words := " ".join(WORD.findall(said)):
            kind = "without" if part["minus"] else "words" if part["phrase"] is None else "phrases"
            found[kind].append(words)
    asked = Asked(**{kind: tuple(dict.fromkeys(words)) for kind, words in found.items()})
    if sum(map(len, found.values())) > MOST:
        raise ValueError(f"search for at most {MOST} words")
    return asked
