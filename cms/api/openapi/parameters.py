"""The parameters of an operation, from the model that parses them."""

from __future__ import annotations

from typing import Any

from cms.api.parameters import Query

Schema = dict[str, Any]

ID: Schema = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "The number in its key.",
    "schema": {"type": "integer", "minimum": 0},
}


def path_parameters(path: str) -> list[Schema]:
    """Those of an address's template."""
    return [ID] if "{id}" in path else []


def query_parameters(query: type[Query]) -> list[Schema]:
    """Every field of a model. A list is one value with commas in it, as API v2 has them."""
    model = query.model_json_schema()
    return [
        _parameter(name, schema, required=name in model.get("required", ()))
        for name, schema in model["properties"].items()
    ]


def _parameter(name: str, schema: Schema, *, required: bool) -> Schema:
    schema = _given(schema)
    described = _described(schema)
    style = {"style": "form", "explode": False} if schema.get("type") == "array" else {}
    return {"name": name, "in": "query", "required": required, **described, **style, "schema": schema}


def _described(schema: Schema) -> Schema:
    """What is told of it; its default in words, since clients send one that the schema has with every request."""
    said, default = schema.pop("description", ""), schema.pop("default", None)
    return {"description": said if default is None else f"{said} `{default}` if not given."}


def _given(schema: Schema) -> Schema:
    """The schema of a value that is there: null is only how the program says that none is."""
    schema = {name: value for name, value in schema.items() if name != "title"}
    variants = [each for each in schema.get("anyOf", ()) if each != {"type": "null"}]
    if len(variants) == 1:
        del schema["anyOf"]
        only: Schema = variants[0]
        return only | schema
    return schema | ({"anyOf": variants} if variants else {})
