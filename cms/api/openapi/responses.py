"""The answers of an operation: what it declares, the errors that it may raise, and those of every address."""

from __future__ import annotations

from typing import Any, Final

from cms.api.errors import ApiError
from cms.api.operations import Operation

Schema = dict[str, Any]


def _header(description: str, *, required: bool = True, **schema: Any) -> Schema:
    return {"description": description, "required": required, "schema": {"type": "string"} | schema}


HEADERS: Final[dict[str, Schema]] = {
    "ETag": _header("Over the whole answer. Send it as `If-None-Match`.", pattern='^"[!-~]+"$'),
    "Last-Modified": _header("When anything public changed last.", required=False),
    "Cache-Control": _header("How long the answer may be held, and by whom."),
    "Surrogate-Key": _header(
        "The keys of what the answer shows, for caches to throw it out by.", required=False
    ),
    "Pressrum-Sequence": _header(
        "The last entry of the ledger that the answer knows of.", pattern="^[0-9]+$"
    ),
    "Vary": _header(
        "Answers are compressed as the client wishes, and differ in nothing else.", required=False
    ),
    "Access-Control-Allow-Origin": _header("Anyone may read, from any origin.", const="*"),
    "Retry-After": _header("After how many seconds to ask again.", pattern="^[0-9]+$"),
}
OF_ANSWERS: Final = tuple(name for name in HEADERS if name != "Retry-After")
OF_ERRORS: Final = ("Cache-Control", "Access-Control-Allow-Origin")


def responses(operation: Operation, answer: Schema) -> dict[str, Schema]:
    """By status."""
    found = {
        "200": {
            "description": "The whole answer, or what `fields` chooses of it.",
            "headers": _headers(*OF_ANSWERS),
            "content": {"application/json": {"schema": answer}},
        },
        "304": {"description": "What `If-None-Match` names still holds.", "headers": _headers(*OF_ANSWERS)},
    }
    return found | {str(error.status): _reference(error) for error in operation.errors}


def error_responses(errors: dict[str, type[ApiError]], schemas: dict[str, Schema]) -> dict[str, Schema]:
    """The responses that operations refer to, by the names of the errors."""
    return {
        name: {
            "description": str(error.__doc__),
            "headers": _headers(*OF_ERRORS, *error.headers),
            "content": {"application/problem+json": {"schema": schemas[name]}},
        }
        for name, error in errors.items()
    }


def _headers(*names: str) -> Schema:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _reference(error: type[ApiError]) -> Schema:
    return {"$ref": f"#/components/responses/{error.__name__}"}
