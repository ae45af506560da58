"""docs/api.md tells of every parameter that the API takes."""

import re
from pathlib import Path

import pytest

from cms.api import parameters

GUIDE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
TAKEN = sorted(
    {
        name
        for model in vars(parameters).values()
        if isinstance(model, type) and issubclass(model, parameters.Query)
        for name in model.model_fields
    }
)


@pytest.mark.parametrize("name", TAKEN)
def test_a_parameter_is_told_of(name: str) -> None:
    assert re.search(rf"[`?]{name}[`=]", GUIDE)
