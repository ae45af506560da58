"""How answers leave: JSON as it is stored, with validators; errors as one shape, ``application/problem+json``."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import blake2b
from http import HTTPStatus
from typing import Any

from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from rest_framework.exceptions import APIException

from .errors import ApiError
from .fields import Fields, chosen
from .moment import Moment

CACHE_CONTROL = "public, max-age=0, must-revalidate"
SEQUENCE = "Pressrum-Sequence"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a resource answers: JSON text, when it was read, and the keys of the public documents that it shows.

    Each resource makes one and returns it through `respond`, which knows validators, caches and the rest of HTTP.
    """

    text: str
    moment: Moment
    keys: tuple[str, ...] = ()

    def cut(self, fields: Fields | None) -> Answer:
        """With what is chosen of the document; where an address leads is always told whole. Raises BadParameter."""
        return replace(self, text=chosen(self.text, fields)) if fields else self


def respond(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The answer, or 304 when the client holds just that."""
    content = answer.text.encode()
    etag = f'"{blake2b(content, digest_size=16).hexdigest()}"'
    headers = {"ETag": etag, SEQUENCE: str(answer.moment.sequence)}
    response = HttpResponse(content, content_type="application/json", headers=headers)
    conditional = get_conditional_response(request, etag=etag, response=response)
    return open_to_all(conditional or response)


def listing(items: list[str], **meta: object) -> str:
    """A list's envelope around items that are JSON already."""
    told = json.dumps(meta, ensure_ascii=False, separators=(",", ":"))
    return f'{{"meta":{told},"items":[{",".join(items)}]}}'


def problem(status: int, title: str, detail: str, hint: str, **more: Any) -> HttpResponse:
    """An error as RFC 9457 has it, with API v2's `message` beside."""
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "message": detail,
        "hint": hint,
    }
    text = json.dumps(body | more, ensure_ascii=False)
    return open_to_all(HttpResponse(text, status=status, content_type="application/problem+json"))


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Our own errors and the framework's (a wrong method) in the one shape; anything else is a fault of ours."""
    if isinstance(error, ApiError):
        return problem(error.status, error.title, error.detail, error.hint, **error.more)
    if isinstance(error, APIException):
        title = HTTPStatus(error.status_code).phrase
        response = problem(error.status_code, title, str(error.detail), "See the documentation of the API.")
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response["Allow"] = "GET, HEAD, OPTIONS"
        return response
    return None


@non_atomic_requests
@csrf_exempt
def unknown_address(request: HttpRequest) -> HttpResponse:
    """For every address under the API that is none."""
    hint = "The API has pages/, agencies/, topics/, contacts/, fee-schedules/, audiences/, promos/ and site/."
    return problem(404, "Not found", f"There is no {request.path} in this API.", hint)


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Anyone may read from any origin; caches ask before they use what they hold."""
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Content-Type-Options"] = "nosniff"
    return response
