"""The shapes of errors."""

from __future__ import annotations

from typing import Literal

from cms.publishing.shapes import Day, Moment, Path, Shape

from .shapes import Cursor


class Problem(Shape):
    """An error (RFC 9457). `message` is the same as `detail`, and `hint` says what to do."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str
    message: str
    hint: str


class ParameterProblem(Problem):
    """An error in a parameter, which is named."""

    parameter: str


class NoFeeProblem(Problem):
    """`valid_from` is the day of the first line, null when there is none."""

    valid_from: Day | None


class GonePage(Shape):
    """The page that was there."""

    title: str


class Successor(Shape):
    """Where to go instead."""

    title: str
    url: Path


class GoneProblem(Problem):
    """It was public once; `reason`, `page` and `successor` are null unless the editor gave them."""

    withdrawn_at: Moment
    reason: str | None
    page: GonePage | None
    successor: Successor | None


class Restart(Shape):
    """From where to follow once all has been read anew."""

    ledger: str
    after: Cursor


class RestartProblem(Problem):
    """What the follower holds belongs to another ledger, or to another history."""

    restart: Restart
