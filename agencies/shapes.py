"""The published shapes of agencies."""

from __future__ import annotations

from datetime import date
from typing import Literal

from cms.publishing.shapes import Shape


class AgencyName(Shape):
    """An agency's name in the language of what names it. `short_name` may be empty."""

    id: int
    slug: str
    name: str
    short_name: str
    url: str


class AgencyLink(AgencyName):
    """An agency as a dated text names it: `name` is that of the text's day.

    `current_name` is there where the agency has another name today, `ended_on` where it has ended, and `successor`
    where another has taken over.
    """

    current_name: str = ""
    ended_on: date | None = None
    successor: AgencyName | None = None


class AgencyInRole(AgencyLink):
    """An agency and the part it plays in a press release, `since` and `until` when it did: 2009, 2009-05 or a day."""

    role: Literal["sender", "source", "partner", "mentioned"]
    since: str = ""
    until: str = ""
