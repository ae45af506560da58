"""A form as a visitor filled it in: what to give back, and what is wrong with it."""

from dataclasses import dataclass, field

from frontend.formats import N_

TRAP = "website"
"""A field that people don't see, and programs that fill in everything do."""
TRAPPED = N_("Leave this field empty: it is there to catch programs that send advertising.")


@dataclass(frozen=True)
class Filled:
    """`name` is the form's own. `errors` are messages by field, in the order of the form; to be translated."""

    name: str
    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)


def trap_errors(fields: dict[str, str]) -> dict[str, str]:
    """Told, not swallowed: a browser that fills in forms by itself may have stepped into it for somebody."""
    return {TRAP: TRAPPED} if fields.get(TRAP) else {}
