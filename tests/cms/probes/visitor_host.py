"""The visitor site over the CMS, both in this process and the CMS in the test's own transaction."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from django.db import connections
from django.test import Client

from frontend.config import Config
from tests.frontend.visitor import Visitor

from .cms_host import Answer, Door, content, request

CONFIG = Config(api_url="http://testserver/api/v2/", api_timeout=60, reads=10**6, searches=10**6)
# httpx has decoded the body already; the number of a request says nothing of the answer.
LEFT_OUT = {"content-length", "content-encoding", "x-request-id"}


class VisitorHost:
    """A site that has seen nothing yet; it holds the site's document for a moment, so each world has its own."""

    def __init__(self) -> None:
        self._cms = _Cms()
        self._visitor = Visitor(self._cms, CONFIG)

    def ask(self, door: Door, body: bytes = b"") -> Answer:
        """One request and its whole answer."""
        # As a URL's own parts, so that httpx sends what the door says and mends nothing.
        url = httpx.URL("http://localhost:3000").copy_with(raw_path=door.address.encode())
        sent = {name: value.encode("latin-1") for name, value in door.headers.items()}
        response = self._visitor.request(door.method, url, headers=sent, content=body or None)
        headers = tuple(
            sorted((name, value) for name, value in response.headers.items() if name not in LEFT_OUT)
        )
        return Answer(response.status_code, headers, response.content)

    def close(self) -> None:
        """Leave."""
        self._visitor.close()
        self._cms.close()


class _Cms(httpx.AsyncBaseTransport):
    """The CMS as the site's client reaches it, in a thread that has the test's connection to the database."""

    def __init__(self) -> None:
        connection = connections["default"]
        connection.inc_thread_sharing()
        self._connection = connection
        self._client = Client(raise_request_exception=False)
        self._thread = ThreadPoolExecutor(1, initializer=lambda: _share(connection))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request at a time, as a connection answers."""
        body = await request.aread()
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, request, body)

    def _answer(self, asked: httpx.Request, body: bytes) -> httpx.Response:
        headers = {name: value for name, value in asked.headers.items() if name != "host"}
        door = Door(asked.url.raw_path.decode("ascii"), asked.method, headers)
        response = request(self._client, door, body)
        # As a stream, which is what the site passes on of media and the API.
        stream = httpx.ByteStream(content(response))
        return httpx.Response(response.status_code, headers=list(response.items()), stream=stream)

    def close(self) -> None:
        """The thread forgets the connection without closing it."""
        self._thread.shutdown()
        self._connection.dec_thread_sharing()


def _share(connection: Any) -> None:
    connections["default"] = connection
