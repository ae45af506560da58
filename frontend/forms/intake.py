"""Hands a form in to the CMS, at a private address that no visitor reaches, and brings back what it says."""

import asyncio

import httpx

from frontend.cms import Document, decoded
from frontend.errors import CMSBroken, CMSUnreachable
from frontend.logs import REQUEST_ID


class Intake:
    """`base` is the CMS's private address, with a slash at the end. One call takes at most `timeout` seconds."""

    def __init__(self, client: httpx.AsyncClient, base: str, timeout: float) -> None:
        self._client = client
        self._base = base
        self._timeout = timeout

    async def hand_in(self, address: str, payload: Document) -> Document:
        """The CMS's answer. Raises CMSUnreachable, or CMSBroken when it hasn't kept what it was given."""
        headers = {"Accept": "application/json", "X-Request-ID": REQUEST_ID.get()}
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._client.post(self._base + address, json=payload, headers=headers)
        except (TimeoutError, httpx.TransportError, httpx.DecodingError) as error:
            raise CMSUnreachable(f"{address}: {type(error).__name__}") from error
        if response.status_code != httpx.codes.CREATED:
            raise CMSBroken(f"{address}: {response.status_code}")
        return decoded(response)
