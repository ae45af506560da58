"""Errors as they leave: one shape, ``application/problem+json`` (RFC 9457), whatever went wrong and wherever."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus
from typing import Any, Final

from django.core.exceptions import SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt
from psycopg_pool import PoolTimeout
from rest_framework.exceptions import MethodNotAllowed

from cms.api.errors import ApiError, BadRequest, Broken, NotFound, Unavailable, WrongMethod

from .caching import NOT_HELD, NOTHING_THERE
from .sharing import open_to_all

logger = logging.getLogger(__name__)

UNKNOWN: Final = "unknown"
DATABASE_AWAY: Final = (OperationalError, InterfaceError, PoolTimeout)


def problem(error: ApiError) -> HttpResponse:
    """An error as RFC 9457 has it, with API v2's `message` beside."""
    body = {
        "type": "about:blank",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "message": error.detail,
        "hint": error.hint,
    }
    text = json.dumps(body | error.more, ensure_ascii=False)
    response = HttpResponse(text, status=error.status, content_type="application/problem+json")
    absent = error.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
    response["Cache-Control"] = NOTHING_THERE if absent else NOT_HELD
    for name, value in error.headers.items():
        response[name] = value
    return open_to_all(response)


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """Whatever a resource raised. A fault of ours is logged, and nothing of it is told."""
    known = known_as(error)
    if isinstance(known, Broken):
        logger.exception("A fault in the API.", exc_info=error)
        got_request_exception.send(sender=None, request=context.get("request"))
    return problem(known)


def known_as(error: Exception) -> ApiError:
    """Our own errors as they are; the framework's (a wrong method), the database's and all others as one of ours."""
    if isinstance(error, ApiError):
        return error
    if isinstance(error, MethodNotAllowed):
        return WrongMethod("The API is for reading.")
    if isinstance(error, SuspiciousOperation):
        return BadRequest("The request can't be read.")
    if isinstance(error, DATABASE_AWAY):
        logger.error("The database doesn't answer: %s", error)
        return Unavailable("The newsroom doesn't answer at the moment.")
    return Broken("Something went wrong in the newsroom.")


@non_atomic_requests
@csrf_exempt
def unknown_address(request: HttpRequest, hint: str = "The API is at /api/v2/.") -> HttpResponse:
    """For every address under the API that is none; one that lacks its last slash is sent to the one that has it."""
    if not request.path.endswith("/") and resolve(f"{request.path_info}/").url_name != UNKNOWN:
        return open_to_all(HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True)))
    return problem(NotFound(f"There is no {request.path[:200]} in this API.", hint=hint))
