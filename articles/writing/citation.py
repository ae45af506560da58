"""A legal reference as Swedish legal writing has it: "18 kap. 1 § offentlighets- och sekretesslagen (2009:400)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext

NUMBER: Final = r"[1-9][0-9]{0,3}(?: [a-z])?"
_CHAPTER: Final = re.compile(NUMBER)
_SECTIONS: Final = re.compile(rf"{NUMBER}(?:(?:, {NUMBER})* och {NUMBER}|–{NUMBER})?")
_SFS: Final = re.compile(r"1[6-9][0-9]{2}:[1-9][0-9]{0,3}(?: s\. [0-9]{1,3})?|20[0-9]{2}:[1-9][0-9]{0,3}")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def is_chapter(text: str) -> bool:
    """Whether it is the number of a chapter: 18, 2 a."""
    return bool(_CHAPTER.fullmatch(text))


def is_section(text: str) -> bool:
    """Whether it is the number of a section or of several: 1, 13 b, 1–3, 1 och 2, 1, 4 och 5."""
    return bool(_SECTIONS.fullmatch(text))


def is_sfs(text: str) -> bool:
    """Whether it is a number in the statute book (SFS): 2009:400, 1891:35 s. 1."""
    return bool(_SFS.fullmatch(text))


def number_faults(sfs: str, chapter: str, section: str) -> Iterator[tuple[str, str]]:
    """Numbers that no statute has, by field; the signs and the brackets are set by `citation`."""
    if sfs and not is_sfs(sfs):
        yield "sfs", gettext("Write year and number, for example 2009:400.")
    if chapter and not is_chapter(chapter):
        yield "chapter", gettext("Write only the number, for example 18 or 2 a.")
    if section and not is_section(section):
        yield "section", gettext("Write only the number, for example 1, 13 b, 1–3 or 1 och 2.")


def citation(statute: str, sfs: str, chapter: str, section: str) -> str:
    """The reference in one line. A number stays with its sign; what begins with the statute has a capital."""
    parts = []
    if chapter:
        parts.append(f"{_kept(chapter)}{_NO_BREAK}kap.")
    if section:
        parts.append(f"{_kept(section)}{_NO_BREAK}{'§' if _CHAPTER.fullmatch(section) else '§§'}")
    named = statute if parts else statute[:1].upper() + statute[1:]
    number = f"({_kept(sfs)})" if sfs else ""
    return " ".join(filter(None, [*parts, named, number]))


def _kept(number: str) -> str:
    """A number with its letter on one line: "13 b", "1891:35 s. 1"; several may break after their commas."""
    return re.sub(r"(?<=[0-9.]) (?=[a-z0-9]\b)|(?<=och) ", _NO_BREAK, number)
