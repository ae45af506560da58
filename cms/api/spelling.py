"""The path that is asked for. docs/api.md has the table of how it may be spelled."""

from __future__ import annotations

import re
from typing import Final

from cms.publishing.addresses import as_stored

from .errors import BadParameter

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def exact(path: str) -> str:
    """The path as it is stored. BadParameter when it has a host, or a byte that no path has."""
    plain = as_stored(path)
    if _SCHEME.match(path) or "\x00" in plain:
        raise BadParameter(
            "html_path", "html_path is a path on the visitor host, such as /press/, without the host."
        )
    return plain
