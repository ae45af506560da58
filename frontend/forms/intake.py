"""Hands a form in to the CMS, at a private address that no visitor reaches, and brings back the receipt."""

import asyncio

import httpx

from frontend.cms import decoded
from frontend.errors import CMSBroken, CMSUnreachable
from frontend.forms.receipt import is_receipt
from frontend.logs import REQUEST_ID


class Intake:
    """`base` is the CMS's private address, with a slash at the end. One call takes at most `timeout` seconds."""

    def __init__(self, client: httpx.AsyncClient, base: str, timeout: float) -> None:
        self._client = client
        self._base = base
        self._timeout = timeout

    async def hand_in(self, address: str, payload: dict[str, str]) -> str:
        """The receipt number. Raises CMSUnreachable, or CMSBroken for any answer but a receipt."""
        headers = {"Accept": "application/json", "X-Request-ID": REQUEST_ID.get()}
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._client.post(self._base + address, json=payload, headers=headers)
        except (TimeoutError, httpx.TransportError, httpx.DecodingError) as error:
            raise CMSUnreachable(f"{address}: {type(error).__name__}") from error
        if response.status_code != httpx.codes.CREATED:
            raise CMSBroken(f"{address}: {response.status_code}")
        receipt = decoded(response).get("receipt")
        if not isinstance(receipt, str) or not is_receipt(receipt):
            raise CMSBroken(f"{address}: no receipt")
        return receipt
