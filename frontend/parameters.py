"""Which parameters each address of the site knows, in the order in which its own links have them.

All others are passed over: an answer hangs on its path and these, so a copy of it can be kept by them. The names are
those of `Language`, without `_parameter`.
"""

from collections.abc import Iterable
from typing import Final

from frontend.language import Language

BY_TYPE: Final = {
    "press_index": ("words", "agency", "topic", "kind", "year", "page"),
    "topic": ("agency", "kind", "year", "page"),
    "request": ("receipt",),
}
"""Pages that the CMS says all about, by the stem of their type."""

IN_TEXTS: Final = ("amount", "answer")
"""A fee calculator may stand in the text of any page, and at its end what became of a reader's answer."""

BY_ROUTE: Final = {
    "page": tuple(dict.fromkeys(name for known in (*BY_TYPE.values(), IN_TEXTS) for name in known)),
    "feed": ("words", "agency", "role", "topic", "kind", "year", "page"),
    "search": ("words", "type", "agency", "topic", "year", "page"),
    "agency": ("role", "topic", "kind", "year", "page"),
    "agencies": ("words", "page"),
    "topics": ("page",),
    "audiences": ("page",),
}
"""Addresses by the name of what answers them; what a page of any type may be asked goes together."""

KNOWN: Final = BY_ROUTE | BY_TYPE


def names_in(language: Language, known: Iterable[str]) -> list[str]:
    """What they are called in the addresses of a language."""
    return list(dict.fromkeys(getattr(language, f"{name}_parameter") for name in known))
