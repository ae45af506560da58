"""Whether a page helped its reader: yes or no, and what was missing. Nobody asks who, and nobody can answer."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.errors import CMSBroken, NotFound
from frontend.formats import N_
from frontend.forms.filled import TRAP, Filled, trap_errors
from frontend.language import Language

NAME = "feedback"
ADDRESS = "feedback/"
PAGES = {"information", "press_release", "accessibility_statement"}
FIELDS = ("helped", "missing", TRAP)
LONGEST = 1000
UNANSWERED = N_("Choose yes or no.")
TOO_LONG = N_("Write at most 1,000 characters.")
PLACE = "#feedback"


def check(fields: dict[str, str]) -> Filled:
    """The form with what is wrong with it."""
    values = {name: fields.get(name, "") for name in FIELDS}
    errors = {} if values["helped"] in ("yes", "no") else {"helped": UNANSWERED}
    errors |= {"missing": TOO_LONG} if len(values["missing"]) > LONGEST else {}
    return Filled(NAME, values, errors | trap_errors(values))


def payload(values: dict[str, str], page: Document) -> Document:
    """The answer, and which page it is about."""
    return {"page": page["id"], "answer": values["helped"], "text": values["missing"]}


def thanks(answer: Document, language: Language) -> str:
    """The address's end that thanks the reader. Raises CMSBroken when the CMS doesn't say that it has it."""
    if answer.get("received") is not True:
        raise CMSBroken(f"{ADDRESS}: not received")
    return f"?{language.answer_parameter}={language.received}{PLACE}"


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """An empty form, or thanks when the address says so. Raises NotFound when it says anything else."""
    said = request.query_params.get(language.answer_parameter, "")
    if said not in ("", language.received):
        raise NotFound(f"{language.answer_parameter}={said}")
    return {"values": dict.fromkeys(FIELDS, ""), "errors": {}, "thanked": bool(said), "personal": bool(said)}
