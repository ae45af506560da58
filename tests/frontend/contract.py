"""The contract's example files, as the frontend's tests use them."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "contract"


def example(name: str) -> dict[str, Any]:
    """A fresh copy of an example: `example("pages/home")`."""
    document: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return document


def names(folder: str) -> set[str]:
    """The stems of the examples in a folder."""
    return {path.stem for path in (FOLDER / folder).glob("*.json")}
