"""Paths on the visitor host: the one form in which they are stored and looked up."""

from __future__ import annotations

import re
from posixpath import normpath
from string import whitespace
from typing import Final
from unicodedata import combining, normalize
from urllib.parse import SplitResult, unquote, urlsplit

from wagtail.models import Site

_END: Final = re.compile(r"[?#]")
_EDGES: Final = f"/{whitespace}\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
_MOST_OFTEN: Final = 4


def as_stored(path: str) -> str:
    """A path without its query, decoded (what is no UTF-8 as U+FFFD), composed (NFC), and with a slash at both ends."""
    decoded = normalize("NFC", unquote(_END.split(path, maxsplit=1)[0]))
    rooted = decoded if decoded.startswith("/") else f"/{decoded}"
    return rooted if rooted.endswith("/") else f"{rooted}/"


def tidied(path: str) -> str:
    """The address that a carelessly spelled one most likely means.

    In small letters, without empty or dotted segments or space around it, and decoded as often as it was encoded:
    what programs and people make of addresses when they copy them.
    """
    for _time in range(_MOST_OFTEN):
        path = as_stored(path)
    clean = normpath(f"/{path.lower().strip(_EDGES)}").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return clean if clean == "/" else f"{clean}/"


def plain(path: str) -> str:
    """A path with å, ä and ö as a and o, which is how the admin makes addresses of titles."""
    return "".join(letter for letter in normalize("NFKD", path) if not combining(letter))


def on_this_host(link: str) -> str | None:
    """What follows the host in a whole address; None when the host is another's, or the address none of the web's."""
    roots = Site.get_site_root_paths()
    own, given = _split(roots[0].root_url if roots else ""), _split(link)
    if own is None or given is None or given.hostname != own.hostname or _port(given) != _port(own):
        return None
    path = "/" + given.path.lstrip("/\\")  # what begins with two slashes would lead to another host
    return given._replace(scheme="", netloc="", path=path).geturl()


def is_on_the_web(link: str) -> bool:
    """Whether an address is http or https, with a host."""
    return _split(link) is not None


def _port(given: SplitResult) -> int:
    """Its port, 443 standing for 80 too: one leads on to the other."""
    return 443 if given.port in (None, 80) else int(given.port or 0)


def _split(link: str) -> SplitResult | None:
    try:
        given = urlsplit(link)
        _port = given.port  # ValueError for what is none
    except ValueError:
        return None
    return given if given.scheme in ("http", "https") and given.hostname else None
