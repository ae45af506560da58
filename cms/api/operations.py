"""What a view declares of itself beside its code, for OpenAPI: its parameters, what it answers, and its errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from .errors import ApiError, BadParameter, Broken, ConditionFailed, TooManyRequests, Unavailable
from .parameters import Query

View = TypeVar("View", bound=Callable[..., Any])

EVERYWHERE: Final = (BadParameter, ConditionFailed, TooManyRequests, Broken, Unavailable)


@dataclass(frozen=True, slots=True)
class Operation:
    """`answer` makes the type of what is answered, of the endpoint: a view may be shared by several."""

    query: type[Query]
    answer: Callable[[Any], Any]
    errors: tuple[type[ApiError], ...]


def operation(
    query: type[Query], answer: Callable[[Any], Any], *errors: type[ApiError]
) -> Callable[[View], View]:
    """Declare a view, with the errors that it may raise beside those of every view."""

    def declare(view: View) -> View:
        declared: Any = view
        declared.operation = Operation(query, answer, (*EVERYWHERE, *errors))
        return view

    return declare
