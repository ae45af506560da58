"""Asking for a public document: what one looks for, and how to receive it. Nobody asks who or why (TF 2:18)."""

import re

from frontend.cms import Document
from frontend.errors import CMSBroken
from frontend.formats import N_
from frontend.forms.filled import TRAP, Filled, trap_errors
from frontend.forms.receipt import is_receipt
from frontend.language import Language

NAME = "request"
ADDRESS = "document-requests/"
PAGES = {"request"}
FIELDS = ("text", "delivery", "email", "address", "contact", TRAP)
WAYS = ("email", "post", "on_site")
LONGEST = {"text": 5000, "email": 254, "address": 500, "contact": 200}
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
TOO_LONG = {
    "text": N_("Write at most 5,000 characters. Tell us the rest when we have found each other."),
    "email": N_("That is too long for an e-mail address."),
    "address": N_("Write at most 500 characters."),
    "contact": N_("Write at most 200 characters."),
}
# The one address that a way of receiving needs; others that were filled in are not handed in.
NEEDED = {"email": "email", "post": "address"}
MISSING = {
    "email": N_("Write the e-mail address that we are to send it to."),
    "address": N_("Write the address that we are to send it to."),
}


def check(fields: dict[str, str]) -> Filled:
    """The form with what is wrong with it."""
    values = {name: fields.get(name, "") for name in FIELDS}
    errors = text_errors(values) | way_errors(values) | long_errors(values) | trap_errors(values)
    ordered = {name: errors[name] for name in FIELDS if name in errors}
    return Filled(NAME, values, ordered)


def text_errors(values: dict[str, str]) -> dict[str, str]:
    """There must be something to look for."""
    return {} if values["text"] else {"text": N_("Describe what you want to read.")}


def way_errors(values: dict[str, str]) -> dict[str, str]:
    """A way of receiving it, and the address that it needs."""
    if values["delivery"] not in WAYS:
        return {"delivery": N_("Choose how you want to receive it.")}
    name = NEEDED.get(values["delivery"])
    if name and not values[name]:
        return {name: MISSING[name]}
    if name == "email" and not EMAIL.fullmatch(values["email"]):
        return {"email": N_("Write an e-mail address such as name@example.se.")}
    return {}


def long_errors(values: dict[str, str]) -> dict[str, str]:
    """Texts that are longer than the CMS takes."""
    return {name: TOO_LONG[name] for name, most in LONGEST.items() if len(values[name]) > most}


def payload(values: dict[str, str], page: Document) -> Document:
    """Just what the answer needs."""
    needed = NEEDED.get(values["delivery"])
    addresses = {name: values[name] if name == needed else "" for name in ("email", "address")}
    return {name: values[name] for name in ("text", "delivery", "contact")} | addresses


def thanks(answer: Document, language: Language) -> str:
    """The address's end that tells the receipt. Raises CMSBroken for any answer but a receipt."""
    receipt = answer.get("receipt")
    if not isinstance(receipt, str) or not is_receipt(receipt):
        raise CMSBroken(f"{ADDRESS}: no receipt")
    return f"?{language.receipt_parameter}={receipt}"
