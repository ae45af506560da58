"""Readers of feeds that others wrote, and the formats' own rules: what a feed must pass."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
import jsonschema_rs
from lxml import etree

GRAMMARS = Path(__file__).parent / "grammars"
ATOM = etree.RelaxNG(etree.parse(GRAMMARS / "atom.rng"))
JSON_FEED = jsonschema_rs.validator_for(
    json.loads((GRAMMARS / "json_feed.json").read_text()), validate_formats=True
)


def read_atom(content: bytes, media_type: str = "application/atom+xml; charset=utf-8") -> Any:
    """The feed as feedparser has it; AssertionError for what it must guess or the RFC's grammar hasn't."""
    tree = etree.fromstring(content)
    assert ATOM.validate(tree), ATOM.error_log
    read = feedparser.parse(content, response_headers={"content-type": media_type})
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return read


def read_json_feed(content: bytes) -> dict[str, Any]:
    """The feed; AssertionError with each fault by the format's rules."""
    feed: dict[str, Any] = json.loads(content)
    faults = [f"{error.instance_path}: {error.message}" for error in JSON_FEED.iter_errors(feed)]
    assert faults == []
    return feed
