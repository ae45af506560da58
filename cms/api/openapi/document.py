"""The whole description, in OpenAPI 3.1. Nothing in it is written by hand that the program knows already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

from pydantic import TypeAdapter

from cms.api.errors import ApiError
from cms.api.problem_shapes import Problem

from .parameters import path_parameters, query_parameters
from .responses import HEADERS, error_responses, responses
from .surface import Address

Schema = dict[str, Any]

INFO: Final = {
    "title": "Pressrum",
    "version": "2",
    "summary": "Everything that is public, as JSON.",
    "description": (
        "Read-only: no key, no login, any origin. The contract only grows: new fields, new values, new types of "
        "blocks and pages may come at any time, so skip what you don't know."
    ),
}


def describe(surface: Sequence[Address]) -> Schema:
    """The description of all these addresses."""
    errors = {error.__name__: error for each in surface for error in each.operation.errors}
    types = {each.operation_id: each.operation.answer(each.endpoint) for each in surface}
    types |= {name: reduce(or_, _shapes(error)) for name, error in errors.items()}
    schemas, components = _schemas(types)
    return {
        "openapi": "3.1.1",
        "info": INFO,
        "servers": [{"url": "/api/v2"}],
        "tags": [{"name": name, "description": said} for name, said in _tags(surface).items()],
        "paths": {each.path: {"get": _get(each, schemas[each.operation_id])} for each in surface},
        "components": {
            "schemas": components,
            "headers": HEADERS,
            "responses": error_responses(errors, schemas),
        },
    }


def _shapes(error: type[ApiError]) -> Iterable[type[Problem]]:
    """What an error with its status may look like: itself, and the more general ones."""
    kinds = (each for each in error.__mro__ if issubclass(each, ApiError) and each is not ApiError)
    return dict.fromkeys(each.shape for each in kinds)


def _schemas(types: dict[str, Any]) -> tuple[dict[str, Schema], dict[str, Schema]]:
    """The schema of each type by its name here, and what they refer to."""
    asked: Any = [(name, "validation", TypeAdapter(each)) for name, each in types.items()]
    made, rest = TypeAdapter.json_schemas(asked, ref_template="#/components/schemas/{model}")
    schemas = {name: schema for (name, _mode), schema in made.items()}
    return schemas, dict(sorted(rest["$defs"].items()))


def _get(address: Address, answer: Schema) -> Schema:
    operation = address.operation
    return {
        "operationId": address.operation_id,
        "summary": address.operation_id.replace("_", " ").capitalize(),
        "description": address.description,
        "tags": [address.resource],
        "parameters": [*path_parameters(address.path), *query_parameters(operation.query)],
        "responses": responses(operation, answer),
    }


def _tags(surface: Sequence[Address]) -> dict[str, str]:
    return {each.resource: str(each.endpoint.__doc__).partition("\n")[0] for each in surface}
