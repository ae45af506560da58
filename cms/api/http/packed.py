"""An answer's content as bytes, with the tag of each encoding: made once, however often it is sent."""

from __future__ import annotations

from hashlib import blake2b

from .encodings import CODINGS, compress


class Packed:
    """`keys` are those of the documents that it shows, as the header has them."""

    __slots__ = ("_encoded", "content", "etags", "keys")

    def __init__(self, content: bytes, keys: str) -> None:
        plain = blake2b(content, digest_size=16).hexdigest()
        self.content, self.keys = content, keys
        # Each encoding is bytes of its own, and has a strong tag of its own.
        self.etags = {coding: f'"{plain}-{coding}"' for coding in CODINGS} | {"": f'"{plain}"'}
        self._encoded = {"": content}

    def encoded(self, coding: str) -> bytes:
        """The content in one of `CODINGS`, or as it is."""
        if coding not in self._encoded:
            self._encoded[coding] = compress(self.content, coding)
        return self._encoded[coding]
