"""The API's description: valid, complete, exact, and what the examples of the contract are."""

from __future__ import annotations

import copy
import inspect
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver
from openapi_spec_validator import OpenAPIV31SpecValidator

from articles.blocks import PressReleaseBodyBlock
from cms.api.errors import ApiError
from cms.api.openapi import views
from cms.api.urls import surface, urlpatterns
from cms.publishing import documents
from tests.cms.api.described import component, description, strict, validator
from tests.cms.articles.examples import CONTRACT, contract
from tests.cms.conftest import Newsroom

DOCS = (CONTRACT.parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
OUTSIDE = {"requests", "feedback"}
"""Examples of what the API does not have."""
EXAMPLES = sorted(
    path.relative_to(CONTRACT).with_suffix("").as_posix()
    for path in CONTRACT.rglob("*.json")
    if path.relative_to(CONTRACT).parts[0] not in OUTSIDE
)
OPERATIONS = {each.operation_id: each for each in surface}


def test_the_description_is_valid() -> None:
    OpenAPIV31SpecValidator(description()).validate()


@pytest.mark.django_db
def test_it_is_served_as_any_answer_and_made_once(newsroom: Newsroom, client: Client) -> None:
    first = client.get("/api/v2/openapi.json")
    assert first.json() == description()
    assert views.text() is views.text()
    assert client.get("/api/v2/openapi.json", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get("/api/v2/openapi.json?x=1").json()["parameter"] == "x"
    assert client.post("/api/v2/openapi.json").status_code == 405


def test_every_address_is_described() -> None:
    served = {re.sub(r"[\^$\\]", "", path).replace("<int:pk>", "{id}") for path in _paths(urlpatterns)}
    described = {f"/{path}" for path in served if path and not path.startswith("docs/")}
    assert described == set(description()["paths"])


def _paths(patterns: list[URLPattern | URLResolver], before: str = "") -> list[str]:
    found: list[str] = []
    for each in patterns:
        here = before + str(each.pattern)
        found += _paths(each.url_patterns, here) if isinstance(each, URLResolver) else [here]
    return found


def test_names_are_single_and_plain() -> None:
    assert len(OPERATIONS) == len(list(surface))
    assert all(re.fullmatch(r"[a-z_]+", name) for name in OPERATIONS)
    for name in description()["components"]["schemas"]:
        assert re.fullmatch(r"[A-Z][A-Za-z]+", name), f"{name}: two shapes have the same name"


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_view_parses_what_it_declares(name: str) -> None:
    view = getattr(OPERATIONS[name].endpoint, OPERATIONS[name].view)
    assert f"parse({view.operation.query.__name__}, request.GET)" in inspect.getsource(view)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_parameter_is_explained_and_bounded(name: str) -> None:
    for parameter in description()["paths"][OPERATIONS[name].path]["get"]["parameters"]:
        assert parameter["description"].endswith("."), parameter["name"]
        kind = parameter["schema"].get("type")
        assert kind != "array" or parameter["explode"] is False
        assert kind != "string" or {"enum", "maxLength", "format", "pattern"} & parameter["schema"].keys(), (
            parameter
        )


def test_a_list_is_one_value_with_commas() -> None:
    parameters = {each["name"]: each for each in description()["paths"]["/pages/"]["get"]["parameters"]}
    assert parameters["kind"] == {
        "name": "kind",
        "in": "query",
        "required": False,
        "description": parameters["kind"]["description"],
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "items": {"enum": ["press_release", "news"], "type": "string"}},
    }
    assert parameters["limit"]["schema"] == {"type": "integer", "minimum": 0, "maximum": 100}
    assert parameters["limit"]["description"].endswith("`20` if not given.")


def test_a_body_is_told_apart_by_the_type_of_its_blocks() -> None:
    schemas = description()["components"]["schemas"]
    blocks = schemas["PressReleaseBodyBlock"]
    assert blocks["discriminator"]["propertyName"] == "type"
    assert set(blocks["discriminator"]["mapping"]) == set(PressReleaseBodyBlock.base_blocks)
    assert schemas["PressReleasePage"]["properties"]["body"]["items"]["$ref"].endswith(
        "/PressReleaseBodyBlock"
    )
    assert schemas["InformationPage"]["properties"]["body"]["items"]["$ref"].endswith("/BodyBlock")
    assert schemas["HeadingBlock"]["properties"]["type"]["const"] == "heading"


def test_values_are_exact() -> None:
    schemas = description()["components"]["schemas"]
    assert schemas["Heading"]["properties"]["level"]["enum"] == [2, 3]
    assert schemas["Text"]["properties"]["html"]["contentMediaType"] == "text/html"
    assert schemas["LegalReference"]["properties"]["valid_from"]["anyOf"] == [
        {"format": "date", "type": "string"},
        {"type": "null"},
    ]
    assert schemas["AgencyInRole"]["required"] == ["id", "slug", "name", "short_name", "url", "role"]
    assert schemas["AgencyInRole"]["properties"]["ended_on"] == {
        "format": "date",
        "title": "Ended On",
        "type": "string",
    }
    assert schemas["PressReleasePage"]["properties"]["published_at"]["anyOf"][0]["format"] == "date-time"


def test_clients_may_live_with_more_and_our_own_answers_have_none() -> None:
    assert "additionalProperties" not in json.dumps(description()["components"]["schemas"])
    quote = contract("blocks/quote")
    assert component("QuoteBlock").is_valid(quote)
    quote["value"]["mood"] = "glad"
    assert not component("QuoteBlock").is_valid(quote)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_as_described(name: str) -> None:
    errors = schema_of(name).iter_errors(contract(name))
    assert [f"{'/'.join(map(str, each.instance_path))}: {each.message}" for each in errors] == []


def schema_of(name: str) -> Any:
    """The component that an example shows, found by where its file lies."""
    folder, _, stem = name.rpartition("/")
    if folder == "blocks":
        return component(type(PressReleaseBodyBlock.base_blocks[stem]).__name__)
    if name == "suggest":
        return validator(_answer("suggest_search"))
    if folder in ("pages", ""):
        return component(contract(name)["meta"]["type"].rpartition(".")[2])
    if folder == "lists":
        return validator(_answer(f"list_{stem.partition('_with_')[0]}"))
    if contract(name).get("status"):
        return component(_error(name).shape.__name__)
    return validator(_answer("find_page"))


def _answer(operation: str) -> dict[str, Any]:
    responses = description()["paths"][OPERATIONS[operation].path]["get"]["responses"]
    found: dict[str, Any] = responses["200"]["content"]["application/json"]["schema"]
    return found


ERRORS = {error.__name__: error for each in surface for error in each.operation.errors}


def _error(name: str) -> type[ApiError]:
    stem = name.rpartition("/")[2]
    return next(error for error in ERRORS.values() if _stem(error) == stem)


def _stem(error: type[ApiError]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", error.__name__).lower()


def expected() -> set[str]:
    """The examples that there must be: each block, page type, thing, list and error has one."""
    page_types = (each.name for each in documents.source_of("page:1").published)  # type: ignore[attr-defined]
    stems = (
        re.sub(r"(?<!^)(?=[A-Z])", "_", name.rpartition(".")[2].removesuffix("Page")) for name in page_types
    )
    names = {f"pages/{stem.lower()}" for stem in stems} | {"find/redirect"}
    names |= {f"blocks/{name}" for name in PressReleaseBodyBlock.base_blocks}
    names |= {f"errors/{_stem(error)}" for error in ERRORS.values()}
    for name in OPERATIONS.keys() - {"get_page", "get_openapi"}:
        verb, _, noun = name.partition("_")
        names |= {"list": {f"lists/{noun}"}, "get": {noun}, "quote": {"quote"}, "suggest": {"suggest"}}.get(
            verb, set()
        )
    return names


def test_each_has_its_example() -> None:
    assert expected() - set(EXAMPLES) == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_in_the_documentation(name: str) -> None:
    assert f"(../tests/contract/{name}.json)" in DOCS


def test_what_refuses_more_refuses_nothing_else() -> None:
    """`strict` only closes objects: the examples' own schemas say the same without it."""
    schema = {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {}}}}}
    closed = strict(copy.deepcopy(schema))
    assert closed["properties"]["a"] == {
        "type": "object",
        "properties": {"b": {}},
        "additionalProperties": False,
    }
    assert Path(CONTRACT).is_dir()
