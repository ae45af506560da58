"""What the types of the contract have in common. They stand beside the builders whose JSON they describe.

OpenAPI is made of them (`cms.api.openapi`), and the tests hold every document that is built to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Shape(BaseModel):
    """A published shape has exactly its fields: an unknown one is a mistake in a builder.

    Those who read are told that more may come: the contract only grows.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core))
        schema.pop("additionalProperties", None)
        for each in schema.get("properties", {}).values():
            each.pop("default", None)  # that of `SOMETIMES`, which readers never get
        return schema


SOMETIMES: Any = None
"""The default of a field that is left out where there is nothing to tell; it is never null."""

Locale = Literal["sv", "en"]
Moment = AwareDatetime
Day = date
Html = Annotated[str, Field(json_schema_extra={"contentMediaType": "text/html"})]
Path = Annotated[str, Field(pattern=r"^/", json_schema_extra={"format": "iri-reference"})]
"""An address on the visitor host."""
Url = Annotated[str, Field(pattern=r"^https?://", json_schema_extra={"format": "iri"})]
"""A whole address."""
Urn = Annotated[str, Field(pattern=r"^urn:uuid:", json_schema_extra={"format": "uri"})]
"""A name for ever, which is no address."""
Address = Annotated[str, Field(json_schema_extra={"format": "iri-reference"})]
"""A path on the visitor host, a whole address, or nothing."""


class Link(Shape):
    """A page or a thing as others lead to it."""

    id: int
    title: str
    url: Path


@dataclass(frozen=True, slots=True)
class Published:
    """What is published of one type: the shape of its documents, and of its cards if lists have any."""

    name: str
    document: type[Shape]
    card: type[Shape] | None = None


def of_type(type_name: str, published: Iterable[Published]) -> Published:
    """The one of a type; KeyError when there is none."""
    return {each.name: each for each in published}[type_name]
