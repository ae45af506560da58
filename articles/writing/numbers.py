"""Numbers as editors write them: 25, 2,5, 1 000, −3."""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"[-−]?[0-9]{1,3}(?:[ \u00a0]?[0-9]{3})*(?:[.,][0-9]+)?"
_NUMBER: Final = re.compile(NUMBER)
_AMOUNT: Final = re.compile(rf"{NUMBER}(?:–{NUMBER})?(?:[ \u00a0]?[^\s\d]{{1,12}})?|–|\.\.")


def is_number(text: str) -> bool:
    """Whether it is a number and nothing else."""
    return bool(_NUMBER.fullmatch(text.strip()))


def is_amount(text: str) -> bool:
    """Whether it can stand in a column of numbers: a number, its unit if need be, or – (none) or .. (not known)."""
    return bool(_AMOUNT.fullmatch(text.strip()))
