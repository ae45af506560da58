"""The types of parameters' values: strict, since what is nearly a number or a day is more likely a mistake."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, Literal

from django.utils import timezone
from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic.config import JsonDict

from cms.publishing.days import midnight
from cms.publishing.page_types import type_names

from .fields import Fields, read
from .search import asked

# Years with which every clock and database can compute, offsets included.
_DAY: Final = re.compile(r"(1[0-9]|[2-8][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(
    _DAY.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)

_SLUG: Final = "^[-0-9_]*[a-zA-Z][-a-zA-Z0-9_]*$"


def _split(value: Any) -> Any:
    return value.split(",") if isinstance(value, str) else value


def storable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not hold null bytes")
    return value


def _whole(value: Any) -> Any:
    """Digits and nothing else."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,10}", value):
        raise ValueError("give a whole number")
    return value


def _thing(value: Any) -> int | str:
    """Digits are an id; a slug has a letter."""
    text = str(value)
    if re.fullmatch(r"[0-9]{1,10}", text) and int(text) < 2**31:
        return int(text)
    if len(text) <= 300 and re.fullmatch(_SLUG, text):
        return text
    raise ValueError("give ids or slugs")


def _place(value: Any) -> Any:
    if value == "root":
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise ValueError("give the id of a page, or root for the home page")


def _day(value: Any) -> Any:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass  # a day that no calendar has
    raise ValueError("give a day as 2026-01-31")


def _moment(value: Any) -> Any:
    """A day is the moment at which it begins; without an offset the clock of Stockholm counts."""
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return midnight(date.fromisoformat(value))
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            moment = datetime.fromisoformat(value)
            # In UTC, since PostgreSQL knows fewer offsets than ISO 8601 has.
            return (moment if moment.tzinfo else timezone.make_aware(moment)).astimezone(UTC)
    except ValueError:
        pass  # a day that no calendar has, or a time that no clock shows
    raise ValueError(
        "give a day as 2026-01-31, or a moment as 2026-01-31T09:00:00%2B01:00, where %2B is a plus"
    )


def _fields(value: Any) -> Fields:
    if not isinstance(value, str) or not 1 <= len(value) <= 1000:
        raise ValueError("name fields in 1 to 1000 characters")
    return read(value)


def _once(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise ValueError("name each facet once")
    return names


def not_random(value: Any) -> Any:
    if value == "random":
        raise ValueError(
            "random is not offered, since no answer of it could be kept; choose among what you got"
        )
    return value


def _known(names: list[str]) -> list[str]:
    unknown = next((name for name in names if name not in type_names()), None)
    if unknown is not None:
        raise ValueError(f"{unknown[:100]} is no type of page; there are {', '.join(type_names())}")
    return names


def _with_known(schema: JsonDict) -> None:
    schema["items"] = {"type": "string", "enum": [*type_names()]}


Whole = BeforeValidator(_whole)
Number = Annotated[int, Field(ge=0, le=2**31 - 1), Whole]
Word = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(storable)]
Numbers = Annotated[list[Number], Field(max_length=50), BeforeValidator(_split)]
Thing = Annotated[
    int | str,
    PlainValidator(_thing),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _SLUG, "maxLength": 300}]}
    ),
]
Things = Annotated[list[Thing], Field(max_length=50), BeforeValidator(_split)]
Years = Annotated[
    list[Annotated[int, Field(ge=1, le=9999), Whole]], Field(max_length=50), BeforeValidator(_split)
]
Types = Annotated[
    list[Word],
    Field(max_length=50, json_schema_extra=_with_known),
    BeforeValidator(_split),
    AfterValidator(_known),
]
Kinds = Annotated[list[Literal["press_release", "news"]], BeforeValidator(_split)]
Facets = Annotated[
    list[Literal["agency", "agency_role", "topic", "audience", "type", "kind", "year"]],
    BeforeValidator(_split),
    AfterValidator(_once),
]
FieldNames = Annotated[
    Fields, PlainValidator(_fields), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": 1000})
]
SearchText = Annotated[
    asked.Asked,
    PlainValidator(asked.read),
    WithJsonSchema({"type": "string", "maxLength": asked.LONGEST}),
]
Place = Annotated[int | Literal["root"], BeforeValidator(_place)]
Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
    ),
]
Locale = Literal["sv", "en"]
