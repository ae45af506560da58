"""`fields`: which members of a document are answered, in API v2's syntax, cut out of its JSON.

As in v2, what stands in `meta` is named as what stands beside it, and a name adds to what is answered anyway.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any, Final, NamedTuple

from wagtail.api.v2.utils import parse_fields_parameter

from .errors import BadParameter
from .known_names import Known, of_document

DEEPEST: Final = 10

Json = dict[str, Any]


class Fields(NamedTuple):
    """`start` is ``*`` for all, ``_`` for none; `added` holds what is chosen below a name, None for all of it."""

    start: str
    added: dict[str, Fields | None]
    left_out: frozenset[str]


def read(text: str) -> Fields:
    """ValueError for what is not written as v2 wants it."""
    depth = 0
    for letter in text:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth > DEEPEST:
            raise ValueError(f"brackets go {DEEPEST} deep at most")
    return _fields(parse_fields_parameter(text))


def check(fields: Fields, known: Known, present: Collection[str] = ()) -> None:
    """BadParameter for a name that no such document has. Of what is `present` besides, nothing more is known."""
    for name in (*fields.added, *fields.left_out):
        if name not in known and name not in present:
            raise BadParameter("fields", f"fields: there is no {name[:100] or 'empty name'} here.")
    for name, below in fields.added.items():
        if below and name in known:
            if not known.below(name):
                raise BadParameter("fields", f"fields: {name} has no fields to choose among.")
            check(below, known.below(name))


def cut(document: Json, anyway: Collection[str], fields: Fields) -> Json:
    """What is chosen of a document; `anyway` are the names that are answered when nothing is chosen."""
    meta = _chosen(document["meta"], anyway, fields)
    rest = _chosen({name: value for name, value in document.items() if name != "meta"}, anyway, fields)
    kept = {**rest, "meta": meta} if meta else rest
    return {name: kept[name] for name in document if name in kept}


def chosen(text: str, fields: Fields) -> str:
    """What is chosen of a whole answer; where an address leads is always told whole. Raises BadParameter."""
    document = json.loads(text)
    if document["meta"]["type"] == "redirect":
        return text
    present = names(document)
    check(fields, of_document(document["meta"]["type"]), present)
    return written(cut(document, present, fields))


def names(document: Json) -> set[str]:
    """Those of a document, and of what is in its `meta`."""
    return {*document, *document["meta"]} - {"meta"}


def written(document: Json) -> str:
    """As documents are stored."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _fields(parsed: list[tuple[str, bool, Any]]) -> Fields:
    start = parsed[0][0] if parsed[0][0] in ("*", "_") else ""
    named = parsed[1:] if start else parsed
    added = {name: _fields(below) if below else None for name, negated, below in named if not negated}
    return Fields(start, added, frozenset(name for name, negated, _ in named if negated))


def _chosen(values: Json, anyway: Iterable[str], fields: Fields) -> Json:
    begin: Iterable[str] = {"*": values, "_": ()}.get(fields.start, anyway)
    wanted = {*begin, *fields.added} - fields.left_out
    return {name: _below(value, fields.added.get(name)) for name, value in values.items() if name in wanted}


def _below(value: Any, fields: Fields | None) -> Any:
    """What is chosen of an object, or of each in a list: names alone choose just those, and the id."""
    if fields is None:
        return value
    if isinstance(value, list):
        return [_below(each, fields) for each in value]
    if not isinstance(value, dict):
        return value
    return _chosen(value, ["id"] if fields.added else [*value], fields)
