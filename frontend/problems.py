"""Errors as programs read them: in the shape of the delivery API's own (RFC 9457), and open to any origin as those."""

from http import HTTPStatus

from starlette.responses import JSONResponse

from frontend.errors import Outcome

HINTS = {
    HTTPStatus.NOT_FOUND: "The API is at /api/v2/; each of its addresses ends in a slash.",
    HTTPStatus.METHOD_NOT_ALLOWED: "The API is for reading: GET, HEAD and OPTIONS.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "Ask for less at once.",
    HTTPStatus.TOO_MANY_REQUESTS: "Ask again after the seconds that Retry-After says, and keep what you got: see ETag.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Try again after the seconds that Retry-After says.",
}
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After, X-Request-ID"}


def problem(outcome: Outcome, headers: dict[str, str]) -> JSONResponse:
    """What the status says, and nothing of the inside."""
    title = outcome.status.phrase.capitalize()
    detail = f"{outcome.status.description}." if outcome.status.description else f"{title}."
    body = {
        "type": "about:blank",
        "title": title,
        "status": outcome.status,
        "detail": detail,
        "message": detail,
        "hint": HINTS.get(outcome.status, "It is not your request; the fault has been logged."),
    }
    return JSONResponse(body, outcome.status, OPEN | headers, media_type="application/problem+json")
