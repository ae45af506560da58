"""What templates ask of the contract's lists: small questions, answered in Python."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from frontend.language import language_at

Item = dict[str, Any]
LONGEST_WORD = 16  # letters that fit on 320 px in the size of a title
ROLES = ("sender", "source", "partner", "mentioned")


def by_locale(alternates: Iterable[Item]) -> dict[str, str]:
    """The addresses of a page in other languages, by locale."""
    return {alternate["locale"]: alternate["url"] for alternate in alternates}


def in_years(items: Iterable[Item]) -> Iterator[tuple[str, list[Item]]]:
    """A list that is sorted by date, in runs of the same year."""
    for year, group in groupby(items, key=lambda item: str(item.get("published_at") or "")[:4]):
        yield year, list(group)


def in_letters(agencies: Iterable[Item]) -> Iterator[tuple[str, list[Item]]]:
    """A list in alphabetical order, in runs of the same first letter."""
    for letter, group in groupby(agencies, key=lambda agency: str(agency["name"])[:1].upper()):
        yield letter, list(group)


def in_roles(agencies: Iterable[Item]) -> Iterator[tuple[str, list[Item]]]:
    """The agencies of a press release by role, in the order in which readers care."""
    listed = list(agencies)
    for role in ROLES:
        group = [agency for agency in listed if agency.get("role") == role]
        if group:
            yield role, group


def role_in(press: Item, agency_id: int) -> str:
    """The role of an agency in a press release of a list; empty when it has none."""
    return next(
        (str(agency["role"]) for agency in press.get("agencies", ()) if agency["id"] == agency_id), ""
    )


def name_in(agency: Item, locale: str) -> str:
    """The name of an agency that comes with both, in the reader's language; the Swedish one where there is no other."""
    return str(agency.get("english_name") or agency["name"]) if locale == "en" else str(agency["name"])


def latest_correction(changes: Iterable[Item]) -> Item | None:
    """The newest correction: changes come newest first."""
    return next((change for change in changes if change.get("kind") == "correction"), None)


def notes(changes: Iterable[Item]) -> list[Item]:
    """The changes that a reader is told of: those with a public line."""
    return [change for change in changes if change.get("note")]


def section_of(navigation: Iterable[Item], page: Item) -> Item | None:
    """The part of the menu that a page is in: the one that names it, or else the nearest page above it."""
    sections = list(navigation)
    above = [crumb.get("url") for crumb in page.get("breadcrumbs") or ()]
    for url in (page.get("url"), *reversed(above)):
        for section in sections:
            if url in (section["url"], *(below["url"] for below in section.get("children", ()))):
                return section
    return None


def in_force(notices: Iterable[Item]) -> list[Item]:
    """The notices that are not over: the site's document may be an old copy."""
    now = datetime.now(UTC)
    return [
        notice for notice in notices if not (end := notice.get("end")) or datetime.fromisoformat(end) > now
    ]


def has_long_word(text: str) -> bool:
    """Whether a word is too long to stand in the size of a title on the narrowest screen."""
    return any(len(word) > LONGEST_WORD for word in str(text).split())


def words_in(path: str) -> str:
    """What somebody may look for at an address where nothing is: the words of its last part that isn't a number."""
    parts = [part for part in path.split("/") if part and not part.isdecimal()]
    return " ".join(re.findall(r"[^\W_]+", parts[-1].partition(".")[0]))[:60] if parts else ""


def spoken_at(url: Any) -> str:
    """The language of the page at an address of this site; empty for another's, and for none."""
    path = str(url or "")
    return language_at(path).code if path.startswith("/") else ""


def in_tree(section: Iterable[Item]) -> list[Item]:
    """The pages of a section, in the order of the tree and with their level, as branches: each with those `beneath`."""
    tops: list[Item] = []
    open_branches: list[Item] = []
    for page in section:
        branch = page | {"beneath": []}
        while open_branches and open_branches[-1]["level"] >= page["level"]:
            open_branches.pop()
        (open_branches[-1]["beneath"] if open_branches else tops).append(branch)
        open_branches.append(branch)
    return tops


FILTERS = {
    function.__name__: function
    for function in (
        by_locale,
        in_years,
        in_letters,
        in_roles,
        in_tree,
        role_in,
        name_in,
        latest_correction,
        notes,
        section_of,
        in_force,
        words_in,
        spoken_at,
        has_long_word,
    )
}
