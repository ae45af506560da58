"""Everything that can go wrong, as types, and the one table that turns them into statuses.

SiteError
├── NotFound            nothing is published there
├── Gone                something was, until a date
├── Moved               it lives at another address now
├── Refused             the CMS can't make sense of what the visitor asked for
├── TooLong             an address that is longer than any of ours
├── TooManyRequests     from one address within a minute
├── CMSError
│   ├── CMSUnreachable  no answer, or not in time
│   └── CMSBroken       an answer, but not one of the contract's
├── ForeignForm         sent from another site's page, or from none that can be told
├── UnreadableForm      not a form, or none of ours
├── LargeForm           more than any honest form holds
└── KeptForm            a form that is given back as the visitor wrote it
    ├── TooManyForms    from one address within an hour
    └── Undelivered     the CMS didn't say that it has it
"""

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from httpx import InvalidURL
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect


class SiteError(Exception):
    """The base of all that a route may raise."""


class NotFound(SiteError):
    """Nothing is published at the address."""


class Gone(SiteError):
    """The page was unpublished; `document` says when, and why if the editor said so."""

    def __init__(self, document: dict[str, Any]) -> None:
        super().__init__("gone")
        self.document = document


class Moved(SiteError):
    """The page has another address: a root-relative path or a full web address."""

    def __init__(self, location: str, *, permanent: bool) -> None:
        super().__init__(location)
        self.location = location
        self.permanent = permanent


class Refused(SiteError):
    """The CMS answered 400: no page can have such an address."""


class TooLong(SiteError):
    """The address is longer than servers take."""


class TooManyRequests(SiteError):
    """The API was asked, or the site searched, so often from one address; `wait` is in seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class CMSError(SiteError):
    """The CMS doesn't serve us."""


class CMSUnreachable(CMSError):
    """No connection, or no answer within the time limit."""


class CMSBroken(CMSError):
    """A server error, a redirect, HTML, broken JSON or a document of another shape."""


class ForeignForm(SiteError):
    """Another site's page sent it; the message names the header that told."""


class UnreadableForm(SiteError):
    """What was sent is no form, or none that the site has."""


class LargeForm(SiteError):
    """What was sent is larger than any of the forms can be."""


class KeptForm(SiteError):
    """Not taken; `kept` is what the visitor wrote (a frontend.forms.filled.Filled), which no log may tell."""

    def __init__(self, kept: Any, reason: str = "") -> None:
        super().__init__(reason)
        self.kept = kept


class TooManyForms(KeptForm):
    """So many forms from one address that they are hardly a person's."""


class Undelivered(KeptForm):
    """The CMS is away, or answered with anything but a receipt."""


@dataclass(frozen=True)
class Outcome:
    """The status that an error becomes, the template that tells of it, and whether to try again."""

    status: HTTPStatus
    template: str
    headers: tuple[tuple[str, str], ...] = ()


TRY_AGAIN = (("Retry-After", "30"),)

TABLE: dict[type[Exception], Outcome] = {
    NotFound: Outcome(HTTPStatus.NOT_FOUND, "not_found"),
    Refused: Outcome(HTTPStatus.NOT_FOUND, "not_found"),
    # What the visitor asks for makes an address longer than any may be.
    InvalidURL: Outcome(HTTPStatus.NOT_FOUND, "not_found"),
    TooLong: Outcome(HTTPStatus.REQUEST_URI_TOO_LONG, "refused"),
    TooManyRequests: Outcome(HTTPStatus.TOO_MANY_REQUESTS, "too_many_searches"),
    Gone: Outcome(HTTPStatus.GONE, "gone"),
    CMSError: Outcome(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", TRY_AGAIN),
    ForeignForm: Outcome(HTTPStatus.FORBIDDEN, "foreign_form"),
    UnreadableForm: Outcome(HTTPStatus.BAD_REQUEST, "unreadable_form"),
    # The visitor left in the middle of sending it: nobody reads the answer, and no fault of ours is logged.
    ClientDisconnect: Outcome(HTTPStatus.BAD_REQUEST, "unreadable_form"),
    LargeForm: Outcome(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "large_form"),
    TooManyForms: Outcome(HTTPStatus.TOO_MANY_REQUESTS, "too_many_forms", (("Retry-After", "3600"),)),
    Undelivered: Outcome(HTTPStatus.SERVICE_UNAVAILABLE, "undelivered", TRY_AGAIN),
    Exception: Outcome(HTTPStatus.INTERNAL_SERVER_ERROR, "fault"),
}


def outcome_of(error: Exception) -> Outcome:
    """The line of the table that fits the error best: its own class before the base classes."""
    if isinstance(error, HTTPException):  # the router's own 404 and 405
        template = "not_found" if error.status_code == HTTPStatus.NOT_FOUND else "refused"
        return Outcome(HTTPStatus(error.status_code), template, tuple((error.headers or {}).items()))
    outcome = next(TABLE[cls] for cls in type(error).__mro__ if cls in TABLE)
    if isinstance(error, TooManyRequests):
        return replace(outcome, headers=(("Retry-After", str(error.wait)),))
    return outcome
