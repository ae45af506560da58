"""What answers tell: the words of secrets, those of open things, and by being another without a secret."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from cms.api.held import Held
from tests.cms.conftest import HOLDERS

from .cms_host import Answer, Door
from .secrets_table import SECRETS
from .words import SECRET
from .world import World

Answers = Mapping[Door, Answer]
Ask = Callable[[Door], Answer]


def answers(ask: Ask, asked: Iterable[Door]) -> dict[Door, Answer]:
    """What the process holds is read anew, or one world would answer with what was read of another."""
    for module, name in HOLDERS:
        setattr(module, name, Held(most=1000))
    return {door: ask(door) for door in asked}


def assert_no_word(world: World, heard: Answers) -> None:
    """No secret's word is told, but those that the public has had for ever; and something of each twin is."""
    told = {word: str(door) for door, answer in heard.items() for word in answer.words(door)}
    assert not {
        word: door for word, door in told.items() if word.startswith(SECRET) and word not in known(world)
    }
    assert not [
        made.name for made in world.twins if not any(word.startswith(made.words.mark) for word in told)
    ]
    assert not [str(door) for door, answer in heard.items() if answer.status >= 500]


def assert_same(before: Answers, after: Answers) -> None:
    """Byte by byte, header by header, query by query."""
    before, after = ({door: _still(door, said) for door, said in heard.items()} for heard in (before, after))
    different = [
        f"{door}\n  {before[door]}\n  {after[door]}" for door in before if before[door] != after[door]
    ]
    assert not different, f"{len(different)} doors\n" + "\n".join(different[:20])


def _still(door: Door, answer: Answer) -> Answer:
    """Without what a clock writes: when the admin's answer ends, and how long a fee of today's is today's."""
    clocked = {"Expires", "Cache-Control"} if "/quote/" in door.address else {"Expires"}
    return replace(answer, headers=tuple(each for each in answer.headers if each[0] not in clocked))


def known(world: World) -> set[str]:
    """The addresses of what was public."""
    return {getattr(made.words, name) for made in world.secrets for name in SECRETS[made.name].known}
