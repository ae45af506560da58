"""The table of secrets: each kind of thing in each way that keeps it from the public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from . import secret_pages, secret_things
from .ground import Ground
from .secret_pages import ANY, ENDING, NESTED, ONCE, Hide, makes
from .words import Words

Make = Callable[[Ground, Words], list[Any]]


@dataclass(frozen=True)
class Secret:
    """`make` gives the rows in the order of their making; `hide` hides what was public before.

    `ends`: by the clock alone. `unused`: nothing names it.
    """

    make: Make
    hide: Hide | None = None
    ends: bool = False
    unused: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether no public document names it: who names what ends tells of it until the worker comes."""
        return self.ends or self.unused

    @property
    def known(self) -> frozenset[str]:
        """The fields whose words the public has had: the address that a page has left stays its own."""
        return frozenset({"slug", "slugalias"}) if self.hide or self.ends else frozenset()


def _of_a_page(kind: str, way: secret_pages.Way) -> Make:
    def make(ground: Ground, words: Words) -> list[Any]:
        return way(ground, makes(ground, words)[kind])

    return make


PAGE, RELEASE = "an information page", "a press release"

SECRETS: Final[dict[str, Secret]] = {
    **{f"{kind}, {name}": Secret(_of_a_page(kind, way)) for name, way in ANY.items() for kind in (PAGE, RELEASE)},
    **{f"{PAGE}, {name}": Secret(_of_a_page(PAGE, way)) for name, way in NESTED.items()},
    **{f"{PAGE} {name}": Secret(_of_a_page(PAGE, way), ends=True) for name, way in ENDING.items()},
    f"{RELEASE} that has ended": Secret(_of_a_page(RELEASE, ENDING["that has ended"]), ends=True),
    **{f"{PAGE}, {name}": Secret(_of_a_page(PAGE, way), hide) for name, (way, hide) in ONCE.items()},
    **{
        f"{RELEASE}, {name}": Secret(_of_a_page(RELEASE, ONCE[name][0]), ONCE[name][1])
        for name in ("unpublished", "made private", "deleted")
    },
    "a draft of a public page": Secret(secret_pages.changed),
    "a scheduled change of a public page": Secret(partial(secret_pages.changed, scheduled=True)),
    "a draft translation": Secret(secret_pages.translation),
    "a page of a type that nobody publishes": Secret(secret_pages.foreign_type),
    "what editors say and do": Secret(secret_pages.comments),
    "a private picture": Secret(secret_things.private_picture),
    "a picture below a private collection": Secret(secret_things.picture_below_private),
    "a picture with a password": Secret(secret_things.picture_with_password),
    "a private file": Secret(secret_things.private_file),
    "a file below a private collection": Secret(secret_things.file_below_private),
    "a picture that no text has": Secret(secret_things.unused_picture, unused=True),
    "a file that no text has": Secret(secret_things.unused_file, unused=True),
    "a contact to come": Secret(secret_things.coming_contact),
    "a contact that was": Secret(secret_things.past_contact),
    "a promo to come": Secret(secret_things.coming_promo),
    "a promo that is over": Secret(secret_things.past_promo),
    "a promo that has ended": Secret(secret_things.ended_promo, ends=True),
    "a notice to come": Secret(secret_things.coming_notice),
    "a notice that is over": Secret(secret_things.past_notice),
    "a notice that has ended": Secret(secret_things.ended_notice, ends=True),
    "what somebody asks for": Secret(secret_things.request),
    "what a reader misses": Secret(secret_things.feedback),
}  # fmt: skip
