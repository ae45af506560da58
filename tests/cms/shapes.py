"""Every document that is built in any test is held to the shape that its source declares."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import BaseModel, ValidationError

from cms.publishing import build
from cms.publishing.documents import Document, DocumentSource, Json
from cms.publishing.shapes import of_type


@contextmanager
def held() -> Iterator[list[str]]:
    """The faults found so far. A builder's own error may be caught by the publisher; this one is not."""
    faults: list[str] = []

    def witness(source: DocumentSource, document: Document) -> None:
        declared = of_type(document.type, source.published)
        faults.extend(_faults(declared.document, document.body))
        if declared.card:
            faults.extend(_faults(declared.card, document.card))
        elif document.card:
            faults.append(f"{document.type} declares no card.")

    build.witnesses.append(witness)
    try:
        yield faults
    finally:
        build.witnesses.remove(witness)


def _faults(shape: type[BaseModel], value: Json) -> Iterator[str]:
    try:
        shape.model_validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        yield str(error)
