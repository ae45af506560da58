"""Paths in the page tree: a page's begins with that of the page above it."""

from __future__ import annotations

from collections.abc import Iterable


def tops(paths: Iterable[str]) -> list[str]:
    """Those that stand under none of the others."""
    found: list[str] = []
    for path in sorted(paths):
        if not found or not path.startswith(found[-1]):
            found.append(path)
    return found
