"""Errors as answers: a page for people, problem+json (RFC 9457) for programs."""

import logging
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from frontend.answers import CACHE_CONTROL
from frontend.errors import Gone, KeptForm, Moved, Outcome, outcome_of
from frontend.language import language_at
from frontend.problems import problem
from frontend.services import services

log = logging.getLogger(__name__)
LAST_RESORT = (
    "<!doctype html><html lang=sv><meta charset=utf-8><title>Tekniskt fel</title>"
    "<h1>Tekniskt fel</h1><p>Försök igen om en stund."
)


async def redirect(request: Request, error: Moved) -> Response:
    """301 or 302, as the CMS says."""
    status = HTTPStatus.MOVED_PERMANENTLY if error.permanent else HTTPStatus.FOUND
    return RedirectResponse(error.location, status, headers={"Cache-Control": CACHE_CONTROL})


async def answer_error(request: Request, error: Exception) -> Response:
    """The answer that the table gives for this error."""
    outcome = outcome_of(error)
    broken = outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    if broken:
        log.error("%s: %s", type(error).__name__, error)
    unheld = broken or request.method == "POST" or outcome.status == HTTPStatus.TOO_MANY_REQUESTS
    headers = dict(outcome.headers) | {"Cache-Control": "no-store" if unheld else CACHE_CONTROL}
    if request.scope["path"].startswith(("/api/", "/health/")):
        return problem(outcome, headers)
    return HTMLResponse(await page(request, error, outcome), outcome.status, headers)


async def page(request: Request, error: Exception, outcome: Outcome) -> str:
    """The page of an error, with the site's name and phone as far as they are known."""
    s, language = services(request), language_at(request.scope["path"])
    broken = outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    site = s.sites.last(language.code) if broken else await s.sites.get_or_last(language.code)
    gone = error.document if isinstance(error, Gone) else None
    kept = error.kept if isinstance(error, KeptForm) else None
    context = {"site": site, "gone": gone, "kept": kept, "path": request.scope["path"]}
    try:
        return s.renderer.template(f"errors/{outcome.template}.html", language, **context)
    except Exception:  # an error page that fails must not hide the error behind another
        log.exception("broken error page")
        return LAST_RESORT
