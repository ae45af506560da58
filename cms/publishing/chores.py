"""What an app does beside publishing, now and then: in a thread of the worker's own, so that it never delays a page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from threading import Event
from time import monotonic
from typing import Final

from django.db import OperationalError, close_old_connections, connection, connections

logger = logging.getLogger(__name__)

PAUSE: Final = 1.0
"""Seconds between two looks at what is due."""


@dataclass(slots=True)
class Chore:
    """Something to do; any number of workers may do it at once."""

    act: Callable[[], object]
    every: float
    due_at: float = 0.0


_chores: list[Chore] = []


def register(act: Callable[[], object], *, every: timedelta) -> None:
    """Have the worker do it, at its start and then at this interval; each app does so when it is ready."""
    _chores.append(Chore(act, every.total_seconds()))


def run(stop: Event) -> None:
    """Do what is due until `stop` is set."""
    while not stop.wait(PAUSE):
        do_due()
        close_old_connections()
    connections.close_all()


def do_due() -> None:
    """Do each chore whose time has come; one that fails is tried again at its next time."""
    for chore in _chores:
        if chore.due_at > monotonic():
            continue
        chore.due_at = monotonic() + chore.every
        try:
            chore.act()
        except OperationalError as error:
            logger.warning("The database does not answer (%s).", str(error).strip().splitlines()[0])
            connection.close()
        except Exception:  # whatever one app's chore raises must not hold up the others
            logger.exception("A chore failed; it is tried again.")
