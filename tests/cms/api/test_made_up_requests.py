"""Requests that another program makes up from openapi.json, good ones and bad ones: every answer is as it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi import checks

from cms.api.urls import surface
from tests.cms.articles import examples
from tests.cms.conftest import Newsroom

ROUNDS = [
    (each.operation_id, mode)
    for each in surface
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or each.operation_id != "get_openapi"  # which has nothing to get wrong
]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
]
OF_WHOLE_ANSWERS = [*CHECKS, checks.response_schema_conformance]
"""An answer with `fields` has a part of what is declared."""


@pytest.fixture
def api(newsroom: Newsroom) -> Iterator[Any]:
    """The program as a server calls it, but on the test's own connection."""
    examples.make_full_release(newsroom)
    newsroom.settle()
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v2/openapi.json", get_wsgi_application())
    for signal in signals:
        signal.connect(close_old_connections)


def reads_as_a_slug(case: Case) -> bool:
    """Whether a truth value or nothing was made up for a thing: in an address `false` and `null` are words like any."""
    for name in ("agency", "topic", "audience"):
        value = (case.query or {}).get(name)
        for each in value if isinstance(value, list) else str(value).split(","):
            if str(each).lower() in ("true", "false", "null"):
                return True
    return False


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(("name", "mode"), ROUNDS, ids=lambda value: str(getattr(value, "value", value)))
def test_every_answer_is_as_described(
    api: Any, name: str, mode: GenerationMode, count: Callable[[int, int], int]
) -> None:
    operation = api.find_operation_by_id(name)

    @settings(
        max_examples=count(5, 120),
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def follow(case: Case) -> None:
        response = case.call(headers={"Accept-Encoding": "identity"})
        whole = "fields" not in (case.query or {})
        held_to = OF_WHOLE_ANSWERS if whole else CHECKS
        if reads_as_a_slug(case):
            held_to = [each for each in held_to if each is not checks.negative_data_rejection]
        case.validate_response(response, checks=held_to)

    follow()
