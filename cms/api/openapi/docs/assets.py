"""The files of the documentation: Swagger UI's, out of the package that carries them, and two of our own.

The visitor host lets no page load pictures from ``data:`` addresses, and Swagger UI's stylesheet has its icons in some.
They become files of their own here, so that no page's policy need be softer.
"""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

import drf_spectacular_sidecar

HERE: Final = Path(__file__).parent
SWAGGER: Final = (
    Path(str(drf_spectacular_sidecar.__file__)).parent / "static/drf_spectacular_sidecar/swagger-ui-dist"
)
_DATA: Final = re.compile(r"""url\("?data:([a-z]+/([a-z]+)[^;,]*)((?:;[^,]*)?),((?:\\.|[^"\\)])*)"?\)""")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served."""

    content: bytes
    type: str

    @property
    def tag(self) -> str:
        """Of its bytes."""
        return blake2b(self.content, digest_size=16).hexdigest()


@cache
def assets() -> dict[str, Asset]:
    """All of them by name, read once a process; the page itself has none."""
    icons: dict[str, Asset] = {}
    stylesheet = _DATA.sub(lambda found: _moved(found, icons), (SWAGGER / "swagger-ui.css").read_text())
    return {
        "": Asset((HERE / "page.html").read_bytes(), "text/html; charset=utf-8"),
        "start.js": Asset((HERE / "start.js").read_bytes(), "text/javascript; charset=utf-8"),
        "swagger-ui.css": Asset(stylesheet.encode(), "text/css; charset=utf-8"),
        "swagger-ui-bundle.js": Asset(
            (SWAGGER / "swagger-ui-bundle.js").read_bytes(), "text/javascript; charset=utf-8"
        ),
        **icons,
    }


def _moved(found: re.Match[str], icons: dict[str, Asset]) -> str:
    """The address of an icon's own file, which is added to `icons`."""
    type, extension, how, data = found.groups()
    plain = data.replace("\\", "")
    name = f"icon-{len(icons) + 1}.{extension}"
    icons[name] = Asset(b64decode(plain) if "base64" in how else unquote_to_bytes(plain), type)
    return f"url({name})"
