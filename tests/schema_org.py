"""JSON-LD held to schema.org's vocabulary, as schema-dts has it in TypeScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.nodejs import FOLDER, run

Graph = dict[str, Any]

WITH_INPUT = "potentialAction: WithActionConstraints<SearchAction>"
"""Members that say what an action asks for are no properties, so the types have them apart."""


def data_in(html: str) -> Graph | None:
    """What a page says of itself as JSON-LD; None when it says nothing."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def check_types(pages: Mapping[str, Graph], place: Path) -> None:
    """AssertionError, with the compiler's words, for any node of any page that isn't of the type that it says."""
    nodes = [node for graph in pages.values() for node in graph["@graph"]]
    types = sorted({node["@type"] for node in nodes})
    lines = [
        f'import type {{ {", ".join([*types, "Graph", "SearchAction", "WithActionConstraints"])} }} from "schema-dts";'
    ]
    lines += [f"void ({_literal(node)} satisfies {_type(node)});" for node in _distinct(nodes)]
    lines += ["declare const node: " + " | ".join(types) + ";"]
    lines += ['void ({ "@context": "https://schema.org", "@graph": [node] } satisfies Graph);']
    (place / "pages.mts").write_text("\n".join(lines), encoding="utf-8")
    options = json.loads((FOLDER / "tsconfig.json").read_text())["compilerOptions"]
    options |= {"paths": {"schema-dts": [str(FOLDER / "node_modules/schema-dts/dist/schema.d.ts")]}}
    (place / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["pages.mts"]}))
    run("node_modules/typescript/bin/tsc", "--project", str(place))


def _distinct(nodes: Iterable[Graph]) -> list[Graph]:
    """Each once: the authority is on every page."""
    return list({json.dumps(node, sort_keys=True): node for node in nodes}.values())


def _type(node: Graph) -> str:
    if "potentialAction" not in node:
        return str(node["@type"])
    return f"Exclude<{node['@type']}, string> & {{ {WITH_INPUT} }}"


def _literal(node: Graph) -> str:
    return json.dumps(node, ensure_ascii=True)
