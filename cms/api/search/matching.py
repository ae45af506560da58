"""A search as a condition on rows of CURRENT, and the tsqueries by which rows are ranked and words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from cms.api.lists.conditions import Condition, every

from ..moment import Moment
from .asked import Asked
from .stems import Stems, all_of, any_of, stems_of

Operator = Literal["and", "or"]


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, read and stemmed, and when. `words` and `phrases` lack those that are stop words."""

    moment: Moment
    asked: Asked
    operator: Operator
    words: tuple[Stems, ...]
    phrases: tuple[Stems, ...]
    without: tuple[Stems, ...]

    @classmethod
    def of(cls, asked: Asked, operator: Operator, locale: str | None) -> Self:
        """One statement."""
        moment, stems = stems_of([*asked.words, *asked.phrases, *asked.without], locale)

        def known(words: tuple[str, ...]) -> tuple[Stems, ...]:
            return tuple(stems[word] for word in words if word in stems)

        return cls(moment, asked, operator, known(asked.words), known(asked.phrases), known(asked.without))

    @property
    def condition(self) -> Condition:
        """Words as the operator says, every phrase as it stands, and nothing of what is to be without."""
        join = all_of if self.operator == "and" else any_of
        needed = [join(word.any for word in self.words)] if self.words else []
        needed += [phrase.exact for phrase in self.phrases]
        if not needed:
            return Condition("false")
        unwanted = [Condition(f"NOT {_HOLDS}", (word.exact,)) for word in self.without]
        return every([Condition(_HOLDS, (all_of(needed),)), *unwanted])

    @property
    def exact(self) -> str:
        return any_of(each.exact for each in (*self.words, *self.phrases))

    @property
    def wide(self) -> str:
        return any_of(word.wide for word in self.words if word.wide)

    @property
    def accents(self) -> str:
        return any_of(each.accents for each in (*self.words, *self.phrases) if each.accents)

    @property
    def together(self) -> str:
        """Every word and phrase, as they are or widened."""
        return all_of(each.any for each in (*self.words, *self.phrases))

    @property
    def nearness(self) -> str:
        """What is to stand close together, when there are several."""
        asked = (*self.words, *self.phrases)
        return all_of(each.exact for each in asked) if len(asked) > 1 else ""

    @property
    def all(self) -> str:
        """Whatever is found, to be marked."""
        return any_of(filter(None, (self.exact, self.wide, self.accents)))

    @property
    def length(self) -> int:
        """Characters, for comparison with those of a title."""
        return sum(len(words) + 1 for words in (*self.asked.words, *self.asked.phrases))


# Within a SELECT, so that PostgreSQL plans without knowing the words. Of a word that is in most rows it would else read
# the table through, and unpacking so many vectors takes ten times longer than the index does.
_HOLDS = "seen.search @@ (SELECT %s::tsquery)"
