"""How often one visitor may ask the API: often for what is read from a row, less often for what is looked for."""

from dataclasses import dataclass

from starlette.requests import Request

from frontend.errors import TooManyRequests
from frontend.visitors import MINUTE, VisitorLimit, address_of

COSTLY = ("/search/", "/suggest/", "/quote/", "/sitemap/")


@dataclass(frozen=True)
class ApiLimits:
    """Both count by the minute; what is costly counts in both. Only this process's requests are known."""

    reads: VisitorLimit
    searches: VisitorLimit
    proxies: int

    def count(self, request: Request) -> None:
        """A request for the API. Raises TooManyRequests."""
        self._count(request, costly=is_costly(request))

    def count_search(self, request: Request) -> None:
        """A page of the site for which the site itself searches. Raises TooManyRequests."""
        self._count(request, costly=True)

    def _count(self, request: Request, *, costly: bool) -> None:
        address = address_of(request, self.proxies)
        for limit in (self.reads, self.searches) if costly else (self.reads,):
            if not limit.allows(address):
                raise TooManyRequests(limit.wait())


def api_limits(reads: int, searches: int, proxies: int) -> ApiLimits:
    """The limits, so many a minute."""
    return ApiLimits(VisitorLimit(reads, MINUTE), VisitorLimit(searches, MINUTE), proxies)


def is_costly(request: Request) -> bool:
    """A search, which may stand in any list as a parameter, an order counted, or thousands of addresses."""
    return request.scope["path"].endswith(COSTLY) or "search" in request.query_params
