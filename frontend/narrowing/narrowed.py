"""A list that was narrowed, as it is shown: what is chosen, what else could be, and what the list holds now."""

from dataclasses import dataclass, field
from typing import Any

from frontend.errors import NotFound
from frontend.narrowing.asked import Asked
from frontend.narrowing.filters import FILTERS, Facets, Filter, Option
from frontend.narrowing.telling import hits, press, titled

SINGLE = ("kind", "type", "year")
"""Filters of which each page has one value: the counts of all values add up."""


@dataclass(frozen=True)
class Control:
    """A filter to choose from; `chosen` is its value in the address, empty for none."""

    filter: Filter
    parameter: str
    chosen: str
    options: list[Option]


@dataclass(frozen=True)
class Chosen:
    """A choice, and the address without it. `leaves`: how many pages are there then, None for some."""

    label: str
    name: str
    without: str
    leaves: int | None = None


@dataclass(frozen=True)
class Narrowed:
    """`refused`: the words are more than a search takes."""

    asked: Asked
    total: int
    facets: Facets = field(default_factory=dict)
    refused: bool = False

    @property
    def controls(self) -> list[Control]:
        """The filters that offer a choice, or hold one."""
        made = [self._control(each) for each in self.asked.filters if each.name not in self.asked.staying]
        return [each for each in made if each.chosen or len(each.options) > 1]

    @property
    def chosen(self) -> list[Chosen]:
        """What can be taken away again, one by one."""
        return [self._chosen(name) for name in self.asked.removable]

    @property
    def told(self) -> str:
        """What a list of press holds: 12 pressmeddelanden om Tullbrott 2017."""
        return press(self.asked, self.total, self.names)

    @property
    def told_as_hits(self) -> str:
        """What was found, in all of the site."""
        return hits(self.asked, self.total, self.names)

    def titled(self, authority: str) -> str:
        """What a list of press is called elsewhere."""
        return titled(self.asked, self.names, authority)

    @property
    def names(self) -> dict[str, str]:
        """What is chosen, by the names of the filters, as readers call it."""
        return {name: self._name(FILTERS[name]) for name in self.asked.chosen}

    @property
    def roles(self) -> list[Option]:
        """The roles that an agency has here, and the one that is asked for."""
        chosen = self.asked.chosen.get("role")
        options = FILTERS["role"].options(self.facets, self.asked.language)
        return [each for each in options if each.count or each.value == chosen]

    def _control(self, each: Filter) -> Control:
        chosen = self.asked.chosen.get(each.name, "")
        options = [option for option in self._options(each) if option.count or option.value == chosen]
        if chosen and chosen not in [option.value for option in options]:
            options.append(Option(chosen, self._name(each), 0))
        return Control(each, self.asked.parameter(each.name), chosen, options)

    def _chosen(self, name: str) -> Chosen:
        _, without = self.asked.language.translations.gettext, self.asked.address([name])
        if name == "words":
            return Chosen(_("Words"), _("“%(words)s”") % {"words": self.asked.words}, without)
        counts = [option.count for option in self._options(FILTERS[name])]
        leaves = sum(counts) if name in SINGLE or not any(counts) else None
        return Chosen(_(FILTERS[name].label), self._name(FILTERS[name]), without, leaves)

    def _options(self, each: Filter) -> list[Option]:
        return list(each.options(self.facets, self.asked.language))

    def _name(self, each: Filter) -> str:
        value = self.asked.chosen[each.name]
        return next((option.name for option in self._options(each) if option.value == value), value)


def narrowed(asked: Asked, meta: dict[str, Any]) -> Narrowed:
    """By what a list says of itself. Raises NotFound for a slug that is nothing's."""
    shown = Narrowed(asked, meta["total_count"], meta.get("facets") or {}, meta.get("refused", False))
    for name, value in asked.chosen.items():
        each = FILTERS[name]
        known = {option.value for option in each.options(shown.facets, asked.language)}
        if each.by_slug and value not in known and not shown.refused:
            raise NotFound(f"{name}={value}")
    return shown
