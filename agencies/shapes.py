"""The published shapes of agencies."""

from __future__ import annotations

from typing import Literal

from cms.publishing.shapes import Shape


class AgencyName(Shape):
    """An agency as others name it, in their language. `short_name` may be empty."""

    id: int
    slug: str
    name: str
    short_name: str
    url: str


class AgencyInRole(AgencyName):
    """An agency and the part it plays in a press release."""

    role: Literal["sender", "source", "partner", "mentioned"]
