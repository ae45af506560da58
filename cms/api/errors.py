"""What can go wrong in a request; each class carries what is answered.

ApiError
├── BadRequest           400  it can't be read
│   └── BadParameter          a parameter is unknown or its value can't be used
├── NotFound             404  nothing public stands there
│   └── NoFee                 the schedule has no line for that day
├── WrongMethod          405  the API is for reading
├── MustRestart          409  a follower knows an entry that this ledger doesn't have
├── IsGone               410  it was public once
├── ConditionFailed      412  If-Match or If-Unmodified-Since doesn't hold
├── TooManyRequests      429  answered by the visitor site
├── Broken               500  a fault of ours
└── Unavailable          503  the database doesn't answer
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .problem_shapes import GoneProblem, NoFeeProblem, ParameterProblem, Problem, RestartProblem

METHODS: Final = "GET, HEAD, OPTIONS"


class ApiError(Exception):
    """A request that can't be answered. `more` are further members of the problem document (RFC 9457)."""

    status: int
    title: str
    hint: str
    headers: Mapping[str, str] = {}
    shape: type[Problem] = Problem

    def __init__(self, detail: str, *, hint: str | None = None, **more: Any) -> None:
        super().__init__(detail)
        self.detail, self.more = detail, more
        if hint:
            self.hint = hint


class BadRequest(ApiError):
    """Something about the request as a whole."""

    status, title, hint = 400, "Bad request", "Correct the request before you send it again."


class BadParameter(BadRequest):
    """`parameter` names the one at fault."""

    hint = "Correct the parameter and send the request again."
    shape = ParameterProblem

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail, parameter=parameter)


class NotFound(ApiError):
    """Missing, a draft, private: one answer for all, so that they can't be told apart."""

    status, title, hint = 404, "Not found", "Check the path; it begins with / and has no host."


class NoFee(NotFound):
    """A fee schedule says nothing of that day: it is before the first line."""

    hint = "Ask for a day from `valid_from` on, when it is given."
    shape = NoFeeProblem


class WrongMethod(ApiError):
    """POST, PUT, …"""

    status, title, hint = 405, "Method not allowed", "Ask with GET or HEAD."
    headers = {"Allow": METHODS}


class MustRestart(ApiError):
    """Another ledger, or another history: what the follower holds can't be brought up to date.

    `restart` is from where to follow once all has been read anew.
    """

    status, title = 409, "Conflict"
    hint = "Keep restart, drop what you hold, read it all anew, then follow on from restart."
    shape = RestartProblem


class IsGone(ApiError):
    """Withdrawn: the date, and what the editor chose to say."""

    status, title, hint = 410, "Gone", "Show the date, and the reason and successor when given."
    shape = GoneProblem


class ConditionFailed(ApiError):
    """RFC 9110, 13.1: the client wanted an answer only if it is the one that it knows."""

    status, title, hint = 412, "Precondition failed", "Ask again without If-Match and If-Unmodified-Since."


class TooManyRequests(ApiError):
    """One address has asked too often. The visitor site counts, and answers in the newsroom's place."""

    status, title, hint = 429, "Too many requests", "Ask again after the seconds that Retry-After says."
    headers = {"Retry-After": "1"}


class Broken(ApiError):
    """What happened is in our log, and nowhere else."""

    status, title, hint = 500, "Internal server error", "It is not your request; the fault has been logged."


class Unavailable(ApiError):
    """For a while: the database is being restarted, or is too busy."""

    status, title, hint = 503, "Service unavailable", "Try again after the seconds that Retry-After says."
    headers = {"Retry-After": "5"}
