"""Swedish alphabetical order as a stored key, since the database's collations don't know it everywhere.

å, ä and ö come last, in that order; other diacritics sort with their letter, and w with its own place (Svenska
Akademiens ordlista, 13th edition and later).
"""

import unicodedata
from typing import Final

_LAST: Final = str.maketrans({"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}"})


def swedish_key(text: str) -> str:
    """A string whose code-point order is the Swedish alphabetical order of `text`; case makes no difference."""
    kept = unicodedata.normalize("NFC", text.casefold()).translate(_LAST)
    plain = unicodedata.normalize("NFKD", kept)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
