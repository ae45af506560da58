"""The site on a port of this machine, for a browser: in a thread of its own, over whatever CMS the test says."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from frontend.app import make_app
from frontend.config import Config
from tests.frontend.visitor import LENIENT


class Served:
    """`address` has no slash at the end; `over` changes what is behind it."""

    def __init__(self) -> None:
        self._app: ASGIApp | None = None
        self.address = ""

    def over(self, transport: httpx.AsyncBaseTransport) -> None:
        """From now on a new site, that remembers nothing, over this CMS. No limit on forms stands in a test's way."""
        self._app = make_app(
            Config(api_url="http://cms.test/api/v2/", searches=1_000_000), transport, LENIENT
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI call."""
        assert self._app
        await self._app(scope, receive, send)


@contextmanager
def served() -> Iterator[Served]:
    """Running until the block ends."""
    site = Served()
    server = uvicorn.Server(uvicorn.Config(site, port=0, lifespan="off", log_config=None, access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    end = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < end, "the site doesn't start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    site.address = f"http://localhost:{port}"
    try:
        yield site
    finally:
        server.should_exit = True
        thread.join()
