"""The API's addresses, each with the view that answers it: read from the router, which is what serves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.api.v2.router import WagtailAPIRouter

from cms.api.endpoint import Endpoint
from cms.api.operations import Operation


@dataclass(frozen=True, slots=True)
class Address:
    """An address below the API's root, as OpenAPI writes it, and what is answered there."""

    path: str
    resource: str
    endpoint: type[Endpoint]
    view: str

    @property
    def operation(self) -> Operation:
        """What the view declares of itself; AttributeError when it declares nothing."""
        declared: Operation = self._method.operation
        return declared

    @property
    def operation_id(self) -> str:
        """``list_agencies``, ``get_agency``, ``find_agency``, ``quote_fee_schedule``."""
        noun = self.endpoint.noun.replace(" ", "_")
        plural = self.resource.replace("-", "_")
        verb = self.view.removesuffix("_view")
        return {"listing": f"list_{plural}", "detail": f"get_{noun}"}.get(verb, f"{verb}_{noun}")

    @property
    def description(self) -> str:
        """What the view's docstring says."""
        return str(self._method.__doc__)

    @property
    def _method(self) -> Any:
        return getattr(self.endpoint, self.view)


def addresses(router: WagtailAPIRouter) -> Iterator[Address]:
    """All of them, in the router's order."""
    for resource, endpoint in router._endpoints.items():
        for route, view in endpoint.routes.items():
            yield Address(f"/{resource}/{_template(route)}", resource, endpoint, view)


def _template(route: str) -> str:
    return re.sub(r"<int:pk>", "{id}", route)
