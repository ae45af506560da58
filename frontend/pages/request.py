"""The form for asking for a public document: empty, or the receipt of what was sent."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.errors import NotFound
from frontend.forms.receipt import is_receipt
from frontend.forms.request import FIELDS
from frontend.language import Language


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """An empty form, or the receipt that the address tells. Raises NotFound for what is no receipt."""
    receipt = request.query_params.get(language.receipt_parameter, "")
    if receipt and not is_receipt(receipt):
        raise NotFound("no receipt")
    return {"values": dict.fromkeys(FIELDS, ""), "errors": {}, "receipt": receipt, "personal": bool(receipt)}
