"""Where a part of a list ended, as the opaque text that `after` takes: the order, the last row's key and value."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

from cms.api.errors import BadParameter

from .orders import ORDERS, Order


class Position(NamedTuple):
    """A row of a list in an order. Nothing in it is trusted when it comes back."""

    order: str
    key: str
    value: str


def written(position: Position) -> str:
    """For the next request's `after`."""
    return urlsafe_b64encode("\n".join(position).encode()).decode().rstrip("=")


def read(cursor: str, name: str, order: Order) -> Position:
    """BadParameter for what no list in this order, called `name`, has given out."""
    try:
        said = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:  # the codec's errors and Unicode's are of this kind
        said = ""
    position = Position(*said.split("\n", 2)) if said.count("\n") >= 2 else None
    if position and position.order != name and position.order.removeprefix("-") in ORDERS:
        raise BadParameter("after", f"after was given in order={position.order}, and this list is in {name}.")
    if position is None or position.order != name or "\x00" in said or not order.holds(position.value):
        raise BadParameter("after", "after is not what a list has given as next_after.")
    return position
