"""The CMS's own host, asked in this process: whole answers, beside how often the database was asked for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote_to_bytes

from django.db import connection
from django.http.response import HttpResponseBase
from django.test import Client
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from .words import told


@dataclass(frozen=True)
class Door:
    """A request. `address` is what stands after the host, percent-encoded as it is sent."""

    address: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.address, self.method, *self.headers.items()))

    def __str__(self) -> str:
        said = "".join(f" {name}: {value}" for name, value in self.headers.items())
        return f"{self.method} {self.address}{said}"


@dataclass(frozen=True)
class Answer:
    """All that somebody outside can tell apart. `queries` stands for the time that an answer takes."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    queries: int = 0

    def words(self, door: Door) -> set[str]:
        """The words that are told without having been asked with."""
        text = " ".join([self.body.decode(errors="replace"), *(value for _name, value in self.headers)])
        asked = told(unquote_to_bytes(door.address).decode(errors="replace"))
        return told(text) - asked


TOKENS: Final = ("Bearer 0123456789abcdef", "Token 0123456789abcdef", "Basic YWRtaW46YWRtaW4=")


class CmsHost:
    """Answers anybody, and somebody who is logged in and has given every password."""

    def __init__(self, session_of: Any = None) -> None:
        self._anonymous = Client(raise_request_exception=False)
        self._editor = Client(raise_request_exception=False)
        if session_of:
            self._editor.force_login(session_of)
            session = self._editor.session
            given = {"page": PageViewRestriction, "collection": CollectionViewRestriction}
            for name, model in given.items():
                session[f"passed_{name}_view_restrictions"] = list(model.objects.values_list("pk", flat=True))
            session.save()

    def ask(self, door: Door, *, as_editor: bool = False) -> Answer:
        """One request and its whole answer."""
        client = self._editor if as_editor else self._anonymous
        asked = _Asked()
        with connection.execute_wrapper(asked):
            response = request(client, door)
            body = content(response)
        return Answer(response.status_code, tuple(sorted(response.headers.items())), body, asked.times)


class _Asked:
    """How often the database was asked."""

    times = 0

    def __call__(self, execute: Any, *args: Any) -> Any:
        self.times += 1
        return execute(*args)


def request(client: Client, door: Door, body: bytes = b"") -> HttpResponseBase:
    """The request as a server would hand it on: its path decoded, its query as it came."""
    path, _, query = door.address.partition("?")
    environ = {"PATH_INFO": unquote_to_bytes(path).decode("latin-1"), "QUERY_STRING": query}
    headers = dict(door.headers)
    kind = headers.pop("content-type", "application/octet-stream")
    return client.generic(door.method, "/", body, kind, headers=headers, **environ)


def content(response: HttpResponseBase) -> bytes:
    """The whole body, streamed or not. The client has closed the answer, or does so at the end of its stream."""
    if response.streaming:
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return bytes(response.content)  # type: ignore[attr-defined]
