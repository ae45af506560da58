"""/api/v2/ and /media/: the CMS's answers, streamed to the public through the one public door."""

from string import punctuation
from urllib.parse import quote, unquote

import httpx
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from frontend.errors import CMSUnreachable, NotFound, TooLong
from frontend.logs import REQUEST_ID

# All that may reach the CMS. Cookies, credentials and whatever else a visitor sends stay outside.
REQUEST_HEADERS = {
    "accept", "accept-encoding", "accept-language", "if-match", "if-none-match", "if-modified-since",
    "if-unmodified-since", "if-range", "range", "origin", "access-control-request-method",
    "access-control-request-headers",
}  # fmt: skip
# What belongs to one connection (RFC 9110, 7.6.1), to credentials, or to the CMS's own host.
DROPPED = {
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
    "transfer-encoding", "upgrade", "set-cookie", "www-authenticate", "authorization", "server", "date",
}  # fmt: skip
LONGEST = 16_000  # letters of a path with its query; a cursor and every filter take some 3,000


class Passthrough:
    """Sends what lies under `prefix` here on to `base` on the CMS's host."""

    def __init__(self, client: httpx.AsyncClient, prefix: str, base: str) -> None:
        self._client = client
        self._prefix = prefix
        self._base = base

    async def answer(self, request: Request) -> Response:
        """The CMS's answer, unchanged. Raises NotFound, TooLong, CMSUnreachable."""
        headers = {name: value for name, value in request.headers.items() if name in REQUEST_HEADERS}
        # Without the visitor's own wish httpx would ask for compression that nobody asked us for.
        headers = {"accept-encoding": "identity"} | headers | {"x-request-id": REQUEST_ID.get()}
        outbound = self._client.build_request(request.method, self._target(request), headers=headers)
        try:
            upstream = await self._client.send(outbound, stream=True)
        except httpx.TransportError as error:
            raise CMSUnreachable(f"{request.scope['path']}: {type(error).__name__} {error}") from error
        return Streamed(upstream, kept(upstream))

    def _target(self, request: Request) -> str:
        """The address on the CMS: path and query as they were sent, but never outside `base`."""
        raw_path: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
        rest = raw_path.removeprefix(self._prefix.encode())
        segments = unquote(rest).replace("\\", "/").split("/")
        if rest == raw_path or {".", ".."} & set(segments):
            raise NotFound(request.scope["path"])
        query = request.scope["query_string"]
        # Only bytes that no address may hold are escaped; what is escaped already stays as it is.
        target = quote(rest, safe=punctuation) + ("?" + quote(query, safe=punctuation) if query else "")
        if len(target) > LONGEST:
            raise TooLong(str(len(target)))
        return self._base + target


class Streamed(StreamingResponse):
    """Passes the body on as it comes, compression and all, and always gives the connection back."""

    def __init__(self, upstream: httpx.Response, headers: dict[str, str]) -> None:
        super().__init__(upstream.aiter_raw(), upstream.status_code, headers)
        self._upstream = upstream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI call; the visitor may leave in the middle of it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._upstream.aclose()


def kept(upstream: httpx.Response) -> dict[str, str]:
    """The headers that go on to the visitor; a redirect to the CMS's own host becomes one on ours."""
    dropped = DROPPED | {name.strip().lower() for name in upstream.headers.get("connection", "").split(",")}
    headers = {name: value for name, value in upstream.headers.items() if name not in dropped}
    if "location" in headers:
        url = upstream.request.url
        headers["location"] = headers["location"].removeprefix(f"{url.scheme}://{url.netloc.decode()}")
    return headers
