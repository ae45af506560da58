"""Soft hyphens in the long words of headings, so that on a narrow screen they break where the language lets them.

Only where a title stands as a heading: not in <title>, metadata, feeds and addresses, nor in the names of agencies in
lists, since a soft hyphen goes along, unseen, when a text is copied.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from pyphen import LANGUAGES, Pyphen

from frontend.language import Language
from frontend.shaping import LONGEST_WORD

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
KEPT = 6  # letters at least on each line: "för-undersökning" is read twice
LONG_WORD = re.compile(rf"[^\W\d_]{{{LONGEST_WORD + 1},}}")


def hyphens_in(language: Language) -> dict[str, Callable[..., str]]:
    """The filter, for text that is in the page's language if no other is named."""
    _patterns(language.code)  # read at the start, rather than for the first visitor

    def hyphenated(text: str, code: str = "") -> str:
        """The text with soft hyphens; a language without patterns leaves it as it is."""
        return LONG_WORD.sub(lambda word: _parted(word[0], code or language.code), str(text))

    return {"hyphenated": hyphenated}


@lru_cache(10_000)
def _parted(word: str, code: str) -> str:
    patterns = _patterns(code)
    return str(patterns.inserted(word, SOFT_HYPHEN)) if patterns else word


@cache
def _patterns(code: str) -> Pyphen | None:
    return Pyphen(lang=code, left=KEPT, right=KEPT) if code in LANGUAGES else None
