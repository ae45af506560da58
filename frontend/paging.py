"""Lists in pages of a fixed size: which page the visitor asks for, and where the others are."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import Request

from frontend.errors import NotFound

LONGEST_NUMBER = 6  # digits: no list here is a million pages long


@dataclass(frozen=True)
class Paging:
    """Page `number` (from 1) of a list at `path`; `kept` is what else the address says."""

    path: str
    parameter: str
    number: int
    size: int
    total: int = 0
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def offset(self) -> int:
        """How many items come before this page."""
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        """The number of the last page; an empty list has one page."""
        return max(1, -(-self.total // self.size))

    @property
    def previous(self) -> str | None:
        """The address of the page before, None on the first."""
        return self.address(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, None on the last."""
        return self.address(self.number + 1) if self.number < self.last else None

    @property
    def query(self) -> str:
        """What this page's own address says after its path."""
        return self.address(self.number).removeprefix(self.path)

    def address(self, number: int) -> str:
        """The address of a page: the first has no number in it."""
        query = self.kept | ({self.parameter: str(number)} if number > 1 else {})
        return f"{self.path}?{urlencode(query)}" if query else self.path


def asked_page(request: Request, parameter: str) -> int:
    """The page number in the address, 1 when there is none. Raises NotFound for what isn't one."""
    text = request.query_params.get(parameter, "1")
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER and int(text) > 0):
        raise NotFound(f"{parameter}={text}")
    return int(text)


def page_of(request: Request, parameter: str, size: int, kept: dict[str, str] | None = None) -> Paging:
    """The page that is asked for, before the list is known. Raises NotFound."""
    return Paging(request.scope["path"], parameter, asked_page(request, parameter), size, kept=kept or {})


def counted(paging: Paging, total: int) -> Paging:
    """The same with the list's length. Raises NotFound when the list is shorter than that."""
    known = Paging(paging.path, paging.parameter, paging.number, paging.size, total, paging.kept)
    if known.number > known.last:
        raise NotFound(f"page {known.number} of {known.last}")
    return known
