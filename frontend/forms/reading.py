"""The fields of a form as it is sent: of one kind, of a bounded size, each name once."""

import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from frontend.errors import LargeForm, UnreadableForm

LARGEST = 64 * 1024  # bytes: 5,000 letters of a form take at most 12 bytes each
MOST_FIELDS = 20
KIND = "application/x-www-form-urlencoded"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


async def read_form(request: Request) -> dict[str, str]:
    """The fields by name, their text tidied. Raises UnreadableForm, LargeForm."""
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != KIND:
        raise UnreadableForm("content type")
    body = await bounded_body(request)
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:  # bytes that are no text in UTF-8, or too many fields
        raise UnreadableForm(type(error).__name__) from None
    fields = {name: tidy(text) for name, text in pairs}
    if len(fields) < len(pairs):
        raise UnreadableForm("a field twice")
    return fields


async def bounded_body(request: Request) -> bytes:
    """The body, read no further than it may be long. Raises LargeForm."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise LargeForm(f"more than {LARGEST} bytes")
    return body


def tidy(text: str) -> str:
    """The text with plain line ends, and without control characters and blanks around it."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
