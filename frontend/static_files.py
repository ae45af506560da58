"""Stylesheet, script, font, icon and logo: read once, served from memory under an address with their content's hash."""

import gzip
import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from frontend.errors import NotFound
from frontend.theme import Theme, built_in

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
COMPRESSED_ALREADY = {".woff2", ".png"}
COMMENT = re.compile(rb"^ *// .*\n", re.MULTILINE)


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent; `gzipped` is empty for what gains nothing by it."""

    body: bytes
    gzipped: bytes
    media_type: str


class StaticFiles:
    """The files of frontend/static by their hashed address, /static/<hash>/<name>, and those of the theme."""

    def __init__(self, theme: Theme | None = None) -> None:
        self.theme = theme or built_in()
        self._addresses: dict[str, str] = {}
        self._files: dict[str, StaticFile] = {}
        for name, picture in (("icon", self.theme.icon), ("logo", self.theme.logo)):
            if picture:
                self._add(name, f"{name}{picture.suffix}", picture.body)
        # Stylesheets last: they name the others, by the hashed address, so that their hash covers them.
        for path in sorted(FOLDER.rglob("*.*"), key=lambda path: path.suffix == ".css"):
            if path.suffix in TYPES:
                self._add(path.name, path.name, path.read_bytes())

    def address(self, name: str) -> str:
        """Where the file with this name is served."""
        return self._addresses[name]

    def integrity(self, name: str) -> str:
        """What the file with this name must be, for a browser that checks it (Subresource Integrity)."""
        return (
            f"sha384-{b64encode(hashlib.sha384(self._files[self._addresses[name]].body).digest()).decode()}"
        )

    def answer(self, request: Request) -> Response:
        """The file at the request's path. Raises NotFound, also when the hash is of another version."""
        file = self._files.get(request.scope["path"])
        if file is None:
            raise NotFound(request.scope["path"])
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        if file.gzipped:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in request.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                return Response(file.gzipped, headers=headers, media_type=file.media_type)
        return Response(file.body, headers=headers, media_type=file.media_type)

    def _add(self, key: str, name: str, body: bytes) -> None:
        suffix = Path(name).suffix
        if suffix == ".css":
            body = self.theme.css.encode() + body
            for other, address in self._addresses.items():
                body = body.replace(f'url("{other}")'.encode(), f'url("{address}")'.encode())
        if suffix == ".js":  # why it is so is for those who read the source: a seventh of its weight
            body = COMMENT.sub(b"", body)
        digest = hashlib.sha256(body).hexdigest()[:12]
        address = f"/static/{digest}/{name}"
        gzipped = b"" if suffix in COMPRESSED_ALREADY else gzip.compress(body, mtime=0)
        self._addresses[key] = address
        self._files[address] = StaticFile(body, gzipped, TYPES[suffix])
