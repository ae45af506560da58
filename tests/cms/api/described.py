"""Answers held to openapi.json, by a validator that knows nothing of the program that wrote it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import brotli
from django.http import HttpResponse
from django.test import Client
from jsonschema_rs import Draft202012Validator, ValidationError

from cms.api.openapi.views import text

ROOT = "/api/v2"
UNPACKED: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.decompress, "br": brotli.decompress}


@cache
def description() -> dict[str, Any]:
    """What is served."""
    made: dict[str, Any] = json.loads(text())
    return made


def strict(schema: Any, *, whole: bool = True) -> Any:
    """The same, refusing what is not declared: clients must live with more, our own answers have none.

    An answer that isn't `whole` has what `fields` chose, and so may lack anything.
    """
    if isinstance(schema, list):
        return [strict(each, whole=whole) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(each, whole=whole) for name, each in schema.items()}
    if "properties" in closed and closed.get("type") == "object":
        closed["additionalProperties"] = False
    if not whole and isinstance(closed.get("required"), list):
        del closed["required"]
    if not whole and "oneOf" in closed:
        closed["anyOf"] = closed.pop("oneOf")  # what tells the variants apart may have been left out
    return closed


@cache
def _components(whole: bool) -> Any:
    return strict(description()["components"], whole=whole)


def validator(schema: Any, *, whole: bool = True) -> Draft202012Validator:
    """For a schema that may refer to components."""
    closed = {"allOf": [strict(schema, whole=whole)], "components": _components(whole)}
    return Draft202012Validator(closed, validate_formats=True)


@cache
def component(name: str) -> Draft202012Validator:
    """For a schema by its name."""
    return validator({"$ref": f"#/components/schemas/{name}"})


@cache
def _routes() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(re.escape(path).replace(r"\{id\}", "[0-9]+")), path) for path in description()["paths"]
    ]


@cache
def _body(path: str, status: str, whole: bool) -> Draft202012Validator:
    schema = _response(path, status)["content"][_media_type(path, status)]["schema"]
    return validator(schema, whole=whole)


@cache
def _response(path: str, status: str) -> dict[str, Any]:
    said: dict[str, Any] = description()["paths"][path]["get"]["responses"].get(status) or {}
    return _resolved(said)


def _resolved(said: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in said:
        return said
    found: Any = description()
    for step in said["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return dict(found)


def _media_type(path: str, status: str) -> str:
    return next(iter(_response(path, status).get("content", {"": None})))


def faults(method: str, path: str, response: HttpResponse, *, whole: bool = True) -> Iterator[str]:
    """Where an answer is not as openapi.json says."""
    known = next(
        (template for route, template in _routes() if route.fullmatch(path.removeprefix(ROOT))), None
    )
    if known and method in ("GET", "HEAD"):
        found = _of_operation(known, method, response, whole=whole)
    elif response.status_code >= 400 and method != "HEAD":
        found = _of_body(component("Problem").iter_errors, response)
    else:
        found = iter(())
    yield from (f"{method} {path} → {response.status_code}: {fault}" for fault in found)


def _of_operation(path: str, method: str, response: HttpResponse, *, whole: bool) -> Iterator[str]:
    status = str(response.status_code)
    declared = _response(path, status)
    if not declared:
        yield "undeclared status"
        return
    yield from _of_headers(declared.get("headers", {}), response)
    if "content" not in declared:
        return
    if response.headers["Content-Type"] != _media_type(path, status):
        yield f"undeclared media type {response.headers['Content-Type']}"
    if method == "GET":
        yield from _of_body(_body(path, status, whole or status != "200").iter_errors, response)


def _of_headers(declared: dict[str, Any], response: HttpResponse) -> Iterator[str]:
    for name, said in declared.items():
        header = _resolved(said)
        if name not in response.headers:
            if header.get("required"):
                yield f"no {name}"
        elif header["schema"]["type"] == "string":
            value = response.headers[name]
            yield from (
                f"{name}: {error}" for error in _header(json.dumps(header["schema"])).iter_errors(value)
            )


@cache
def _header(schema: str) -> Draft202012Validator:
    """For a header's schema. It is made once, since that takes longer than most answers."""
    return validator(json.loads(schema))


def _of_body(errors: Callable[[Any], Iterator[ValidationError]], response: HttpResponse) -> Iterator[str]:
    unpack = UNPACKED.get(response.headers.get("Content-Encoding", ""), bytes)
    for error in errors(json.loads(unpack(response.content))):
        yield f"at {'/'.join(map(str, error.instance_path))}: {error.message[:500]}"


class Witness:
    """Looks at whatever Django's test client is answered by the API."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def watching(self, request: Callable[..., Any]) -> Callable[..., Any]:
        """`Client.request`, watched."""

        def watched(client: Client, **environ: Any) -> Any:
            response = request(client, **environ)
            sent = response.request
            if sent["PATH_INFO"].startswith(f"{ROOT}/"):
                whole = "fields=" not in sent.get("QUERY_STRING", "")
                self.faults += faults(sent["REQUEST_METHOD"], sent["PATH_INFO"], response, whole=whole)
            return response

        return watched
