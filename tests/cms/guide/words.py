"""The words of the admin as editors see them: what is written in bold in the guide is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import wagtail
from babel.messages.pofile import read_po

ROOT: Final = Path(__file__).parents[3]
CATALOGUES: Final = (
    *sorted(Path(wagtail.__file__).parent.glob("**/locale/sv/LC_MESSAGES/*.po")),
    *sorted((ROOT / "cms" / "wagtail_locale").glob("sv/LC_MESSAGES/*.po")),
    ROOT / "cms" / "locale" / "sv" / "LC_MESSAGES" / "django.po",
)
"""From the last to be asked to the first, as Django does: a text that a later one translates anew is not shown."""
_PLACE: Final = re.compile(r"%\(\w+\)s")


@cache
def words() -> frozenset[str]:
    """Every text of the admin, in lower case: labels are capitalised where they are shown."""
    shown: dict[tuple[str | None, str], str] = {}
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                if message.id and isinstance(message.string, str) and message.string:
                    shown[message.context, str(message.id)] = message.string
    return frozenset(text.strip().lower() for text in shown.values())


def is_shown(word: str) -> bool:
    """Whether an editor meets the word: a text, what stands before its colon or bracket, or one with a name in it."""
    wanted = word.lower()
    return (
        wanted in words()
        or any(text.startswith((f"{wanted}:", f"{wanted} (")) for text in words())
        or any(name in words() for name in _names_in(wanted))
    )


def _names_in(wanted: str) -> Iterator[str]:
    """The model, workflow or the like that stands where a text of the admin has room for one."""
    for text in words():
        start, *rest = _PLACE.split(text)
        if (
            len(rest) == 1
            and len(start + rest[0]) > 2
            and wanted.startswith(start)
            and wanted.endswith(rest[0])
        ):
            yield wanted[len(start) : len(wanted) - len(rest[0])].strip()
