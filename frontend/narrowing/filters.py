"""The filters of lists, each by the name that its parameter has in `frontend.parameters`.

A filter says what a value in the address asks of the API, and which values there are, by the counts beside a list.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from frontend.cms import Params
from frontend.formats import N_, WORDS
from frontend.language import Language
from frontend.shaping import ROLES

Facets = Mapping[str, list[dict[str, Any]]]

SLUG: Final = re.compile(r"[\w-]{1,100}", re.ASCII)
YEAR: Final = re.compile(r"[12][0-9]{3}")
KINDS: Final = {
    "press_release": N_("Press releases"),
    "news": N_("News items"),
    "information": N_("Information pages"),
}
INFORMATION: Final = (
    "articles.InformationPage",
    "articles.RequestPage",
    "articles.AccessibilityStatementPage",
)
"""What a reader takes for information, whatever it takes to edit it."""


@dataclass(frozen=True)
class Option:
    """A value as addresses have it, its name, and how many pages it shows."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Filter:
    """`whole` says that nothing is chosen. `narrow` answers None for a value that can't be.

    Whether a slug is anything's, only the counts know: `by_slug`.
    """

    name: str
    label: str
    whole: str
    facets: tuple[str, ...]
    narrow: Callable[[str, Language], Params | None]
    options: Callable[[Facets, Language], Iterator[Option]]
    by_slug: bool = False


def _thing(name: str, label: str, whole: str) -> Filter:
    """An agency or a topic."""

    def narrow(value: str, language: Language) -> Params | None:
        return {name: value} if SLUG.fullmatch(value) and not value.isdecimal() else None

    def options(facets: Facets, language: Language) -> Iterator[Option]:
        counted = sorted(facets.get(name, ()), key=lambda each: _alphabetical(each["name"]))
        yield from (Option(each["slug"], each["name"], each["count"]) for each in counted)

    return Filter(name, label, whole, (name,), narrow, options, by_slug=True)


def _word(
    name: str, label: str, whole: str, meanings: Mapping[str, Params], names: Mapping[str, str], *facets: str
) -> Filter:
    """One of the contract's words, as the language's addresses have it."""

    def narrow(value: str, language: Language) -> Params | None:
        return next(
            (asked for word, asked in meanings.items() if language.address_words[word] == value), None
        )

    def options(facets: Facets, language: Language) -> Iterator[Option]:
        for word, asked in meanings.items():
            called = language.translations.gettext(names[word])
            yield Option(language.address_words[word], called, _count(facets, asked))

    return Filter(name, label, whole, facets, narrow, options)


def _count(facets: Facets, asked: Params) -> int:
    ((facet, values),) = asked.items()
    wanted = str(values).split(",")
    return sum(each["count"] for each in facets.get(facet, ()) if each["value"] in wanted)


def _narrow_year(value: str, language: Language) -> Params | None:
    return {"year": value} if YEAR.fullmatch(value) else None


def _years(facets: Facets, language: Language) -> Iterator[Option]:
    yield from (
        Option(str(each["value"]), str(each["value"]), each["count"]) for each in facets.get("year", ())
    )


def _alphabetical(name: str) -> str:
    """Å, ä and ö are the last letters in Swedish, in this order."""
    return name.casefold().translate(str.maketrans("åäö", "{|}"))


_OF_PRESS: Final[dict[str, Params]] = {kind: {"kind": kind} for kind in ("press_release", "news")}
_OF_ALL: Final[dict[str, Params]] = {**_OF_PRESS, "information": {"type": ",".join(INFORMATION)}}
_OF_ROLES: Final[dict[str, Params]] = {role: {"agency_role": role} for role in ROLES}

FILTERS: Final = {
    each.name: each
    for each in (
        _thing("agency", N_("Agency"), N_("All agencies")),
        _thing("topic", N_("Topic"), N_("All topics")),
        _word("kind", N_("Type"), N_("All types"), _OF_PRESS, KINDS, "kind"),
        _word("type", N_("Type"), N_("All types"), _OF_ALL, KINDS, "kind", "type"),
        _word("role", N_("Role"), N_("All"), _OF_ROLES, WORDS, "agency_role"),
        Filter("year", N_("Year"), N_("All years"), ("year",), _narrow_year, _years),
    )
}
