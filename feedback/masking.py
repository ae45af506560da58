"""What readers shouldn't have written about themselves or others is taken out before it is kept."""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "[…]"
_PERSONAL: Final = re.compile(
    r"""
    (?<!\d) (?:\d{2})? \d{6} [-+\ ]? \d{4} (?!\d)   # a personal identity number, or a company's
    | [^\s@<>()]+ @ [^\s@<>()]+ \. \w+              # an e-mail address
    """,
    re.VERBOSE,
)


def masked(text: str) -> str:
    """The text without personal identity numbers and e-mail addresses; names only people can tell."""
    return _PERSONAL.sub(MASK, text)
