"""What can go wrong in a request; each class carries what is answered.

ApiError
├── BadParameter     400  a parameter is unknown or its value can't be used
├── NotFound         404  nothing public stands there
│   └── NoFee             the schedule has no line for that day
└── IsGone           410  it was public once
"""

from __future__ import annotations

from typing import Any, ClassVar


class ApiError(Exception):
    """A request that can't be answered. `more` are further members of the problem document (RFC 9457)."""

    status: ClassVar[int]
    title: ClassVar[str]
    hint: ClassVar[str]

    def __init__(self, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.detail, self.more = detail, more


class BadParameter(ApiError):
    """`parameter` names the one at fault."""

    status, title, hint = 400, "Bad request", "Correct the parameter and send the request again."

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail, parameter=parameter)


class NotFound(ApiError):
    """Missing, a draft, private: one answer for all, so that they can't be told apart."""

    status, title, hint = 404, "Not found", "Check the path; it begins with / and has no host."


class NoFee(NotFound):
    """A fee schedule says nothing of that day: it is before the first line."""

    hint = "Ask for a day from `valid_from` on, when it is given."


class IsGone(ApiError):
    """Withdrawn: the date, and what the editor chose to say."""

    status, title, hint = 410, "Gone", "Show the date, and the reason and successor when given."
