"""Receipt numbers as the CMS gives them: twelve letters in fours, the last of which checks the others."""

import re

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
PRINTED = re.compile(rf"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}-[{LETTERS}]{{4}}")


def is_receipt(text: str) -> bool:
    """Whether it is a number that the CMS may have given: the weighed sum is divisible by 23."""
    if not PRINTED.fullmatch(text):
        return False
    letters = text.replace("-", "")
    return sum(weight * LETTERS.index(letter) for weight, letter in enumerate(letters, start=1)) % 23 == 0
