"""Receipt numbers that can be read out on the phone: letters alone, none of them like a figure, and a check letter.

Eleven letters of 23 drawn by chance (2^49: nobody guesses one) and a twelfth that checks them. 23 is prime and each
place weighs differently, so that a wrong letter and two letters that changed places are always found out.
"""

from __future__ import annotations

import secrets
from typing import Final

LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"  # without I, O and Q
DRAWN: Final = 11


def new_receipt() -> str:
    """A number that nobody has, such as ``KXTM-PWRA-HJCE``."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(DRAWN))
    return grouped(drawn + check_letter(drawn))


def check_letter(drawn: str) -> str:
    """The letter that makes the weighed sum of all twelve divisible by 23."""
    total = sum(weight * LETTERS.index(letter) for weight, letter in enumerate(drawn, start=1))
    # The check letter's own weight is 12, and 12 · 2 = 24 is one more than a multiple of 23.
    return LETTERS[-total * 2 % len(LETTERS)]


def grouped(letters: str) -> str:
    """In fours, as it is printed."""
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def as_printed(text: str) -> str:
    """What somebody wrote down or typed, in the printed form: case, blanks and hyphens don't matter."""
    return grouped("".join(letter for letter in text.upper() if letter.isalnum()))
