"""What an address narrows a list to."""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import Request

from frontend.cms import Params
from frontend.errors import NotFound
from frontend.language import Language
from frontend.narrowing.filters import FILTERS, Filter
from frontend.parameters import KNOWN


@dataclass(frozen=True)
class Asked:
    """`chosen` holds the values of the address by the names of the filters, `words` what is looked for.

    `staying` are names that belong to the list itself here: they are no filters that could be taken away. `known` are
    the names of all that the address may say.
    """

    path: str
    language: Language
    filters: tuple[Filter, ...]
    chosen: dict[str, str] = field(default_factory=dict)
    words: str = ""
    staying: tuple[str, ...] = ()
    known: tuple[str, ...] = ()

    @property
    def params(self) -> Params:
        """What it asks of the API."""
        asked: Params = {"search": self.words} if self.words else {}
        for each in self.filters:
            asked |= each.narrow(self.chosen.get(each.name, ""), self.language) or {}
        return asked

    @property
    def facets(self) -> str:
        """The counts by which its filters can be chosen."""
        return ",".join(dict.fromkeys(facet for each in self.filters for facet in each.facets))

    @property
    def kept(self) -> dict[str, str]:
        """All that the address says, but for the page."""
        return self.without(())

    @property
    def removable(self) -> list[str]:
        """What can be taken away, by name."""
        named = (["words"] if self.words else []) + [*self.chosen]
        return [name for name in named if name not in self.staying]

    @property
    def cleared(self) -> str:
        """The address of the whole list."""
        return self.address(self.removable)

    def address(self, left_out: Collection[str] = (), **changed: str) -> str:
        """The address of the list's first page, with something left out or changed."""
        query = self.without(left_out) | {self.parameter(name): value for name, value in changed.items()}
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def without(self, left_out: Collection[str]) -> dict[str, str]:
        """What the address says, but for some."""
        said = ({"words": self.words} if self.words else {}) | self.chosen
        return {self.parameter(name): value for name, value in said.items() if name not in left_out}

    def parameter(self, name: str) -> str:
        """What a filter is called in the address."""
        return str(getattr(self.language, f"{name}_parameter"))


def read(request: Request, language: Language, name: str, staying: tuple[str, ...] = ()) -> Asked:
    """What the address asks of the list with this name (`frontend.parameters`). Raises NotFound for what can't be."""
    known = KNOWN[name]
    filters = tuple(FILTERS[each] for each in known if each in FILTERS)
    chosen = {each.name: value for each in filters if (value := _said(request, language, each.name))}
    for each in filters:
        if each.name in chosen and each.narrow(chosen[each.name], language) is None:
            raise NotFound(f"{each.name}={chosen[each.name]}")
    words = _said(request, language, "words") if "words" in known else ""
    return Asked(request.scope["path"], language, filters, chosen, words, staying, known)


def _said(request: Request, language: Language, name: str) -> str:
    """A form sends its empty fields too: they ask nothing. Of a parameter that is there twice the last one counts."""
    return " ".join(request.query_params.get(getattr(language, f"{name}_parameter"), "").split())
