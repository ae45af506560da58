"""The probes find each mistake that the visibility function could have: whatever of it is wrong, they fail."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from inspect import getsource
from typing import Any, Final

import pytest
from django.db import transaction

from cms.publishing import visibility
from cms.publishing.lineage import Lineage, Step

from .cms_doors import API
from .cms_host import CmsHost, Door
from .conftest import in_a_transaction
from .mutants import FUNCTIONS, Mutant, instead, mutants
from .secret_pages import ENDING, NESTED
from .telling import known
from .words import SECRET
from .world import World, make_world

pytestmark = pytest.mark.slow

RELEVANT: Final = [
    *(f"an information page, {name}" for name in ("a draft", "for those who log in", "an alias of a private one")),
    *(f"an information page, {name}" for name in ("past its time", "marked as expired", *NESTED)),
    *(f"an information page {name}" for name in ENDING),
    "a private picture", "a picture below a private collection", "a contact to come", "a contact that was",
    "a promo that has ended", "a notice that is over",
]  # fmt: skip
"""A secret of each kind that the function decides on."""


@pytest.fixture(scope="module")
def kept_world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """A small one, since it is published anew by each mutant."""
    with in_a_transaction(django_db_blocker, tmp_path_factory):
        yield make_world(RELEVANT)


@pytest.fixture(autouse=True)
def declared_shapes() -> None:
    """What a mutant publishes may have no shape."""


@pytest.fixture(autouse=True)
def described_answers() -> None:
    """Nor one that is described."""


def test_the_mutants_are_of_every_function_that_decides() -> None:
    tree = ast.parse(getsource(visibility))
    assert {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)} == set(FUNCTIONS)
    assert {mutant.function for mutant in mutants()} == set(FUNCTIONS)


def test_every_mutant_is_found(world: World, count: Callable[[int, int], int]) -> None:
    """A reduced run takes the first of each line."""
    host, chosen = CmsHost(), list({each.line: each for each in reversed(mutants())}.values())
    chosen = mutants() if count(0, 1) else chosen
    assert faults(world, host) == []
    assert not [str(mutant) for mutant in chosen if not found(world, host, mutant)]


def found(world: World, host: CmsHost, mutant: Mutant) -> bool:
    """Whether the probes fail when everything is published by the mutant's verdict."""
    with transaction.atomic(), instead(mutant):
        try:
            world.publish_from_nothing()
            return bool(faults(world, host))
        finally:
            transaction.set_rollback(True)


def faults(world: World, host: CmsHost) -> list[str]:
    """Secrets that are told, and open things that aren't, at the doors that tell most."""
    heard = {word for door in quick_doors(world) for word in host.ask(door).words(door)}
    leaks = sorted(word for word in heard - known(world) if word.startswith(SECRET))
    silent = [
        made.name for made in world.twins if not any(word.startswith(made.words.mark) for word in heard)
    ]
    ghosts = ["nothing"] if _is_public_that_is_not() else []
    return [*leaks, *silent, *ghosts]


def _is_public_that_is_not() -> bool:
    """Nobody asks of a page that isn't there, or whose parent isn't; but if somebody did."""
    orphan = Step(
        1, "00010001", 1, None, live=True, expired=False, expire_at=None, closed=False, is_home=True
    )
    try:
        return any(visibility.of_page(pk, Lineage([orphan])).public for pk in (0, 1))
    except (AttributeError, TypeError):
        return True


def quick_doors(world: World) -> Iterator[Door]:
    """What lists, names and joins everything, and each secret asked for by its number."""
    lists = ("pages", "agencies", "contacts", "promos", "topics", "audiences")
    yield from (Door(f"{API}{name}/?limit=100&fields=*") for name in lists)
    yield from (Door(f"{API}site/{locale}") for locale in ("", "?locale=en"))
    numbers = [gaps["page"] for gaps in world.gaps if "page" in gaps]
    public = [world.public[name] for name in ("home", "press", "public", "release")]
    yield from (Door(f"{API}pages/{number}/") for number in [*public, *numbers])
    yield from (Door(gaps["media"]) for gaps in world.gaps if "media" in gaps)
