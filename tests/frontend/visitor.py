"""A visitor of the site in the same process: requests without a socket, in the test's own words."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx
from jinja2 import StrictUndefined

from frontend.app import make_app
from frontend.config import Config
from frontend.render import Renderer
from frontend.static_files import StaticFiles

CONFIG = Config(api_url="http://cms.test/api/v2/", api_timeout=0.5)
# Shared, since compiling all templates takes longer than any test.
LENIENT = Renderer(StaticFiles())
STRICT = Renderer(StaticFiles(), StrictUndefined)
Answer = TypeVar("Answer")
StartSite = Callable[..., "Visitor"]


class Visitor:
    """Asks the application, which asks a CMS behind `transport`. Follows no redirect, keeps no cookie."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        config: Config = CONFIG,
        renderer: Renderer | None = LENIENT,
    ) -> None:
        app = make_app(config, transport, renderer)
        # A thread of its own: a browser test may have left an event loop running in this one.
        self._thread = ThreadPoolExecutor(1)
        self._runner = asyncio.Runner()
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False),  # type: ignore[arg-type]
            base_url="http://localhost:3000",
        )

    def request(self, method: str, url: str | httpx.URL, **options: Any) -> httpx.Response:
        """One request and its whole answer."""
        return self._run(lambda: self._client.request(method, url, **options))

    def get(self, url: str | httpx.URL, **options: Any) -> httpx.Response:
        """GET."""
        return self.request("GET", url, **options)

    def head(self, url: str | httpx.URL, **options: Any) -> httpx.Response:
        """HEAD."""
        return self.request("HEAD", url, **options)

    def close(self) -> None:
        """Leave."""
        self._run(self._client.aclose)
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()

    def _run(self, call: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
        return self._thread.submit(lambda: self._runner.run(call())).result()
