"""What happens to a form that is sent: checked, limited, handed in, and answered; or given back as it was written."""

from asyncio import gather
from http import HTTPStatus
from types import ModuleType
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from frontend.answers import NO_STORE, personal
from frontend.blocks import answered
from frontend.cms import Document
from frontend.errors import CMSError, Moved, TooManyForms, Undelivered, UnreadableForm
from frontend.forms import feedback
from frontend.forms import request as document_request
from frontend.forms.filled import Filled
from frontend.forms.origin import check_origin
from frontend.forms.reading import read_form
from frontend.language import Language, language_at
from frontend.pages import load
from frontend.services import Services, services
from frontend.stems import stem
from frontend.visitors import address_of

FORMS: dict[str, ModuleType] = {form.NAME: form for form in (document_request, feedback)}
"""By the name that a form says."""


async def submit(request: Request) -> Response:
    """The answer to a form. Raises the errors of forms; those of the CMS become Undelivered, with the text kept."""
    s = services(request)
    if "Content-Type" not in request.headers:
        raise read_only()
    check_origin(request)
    fields = await read_form(request)
    form = FORMS.get(fields.get("form", ""))
    if form is None:
        raise UnreadableForm("no form of ours")
    filled: Filled = form.check(fields)
    if not s.form_limits[filled.name].allows(address_of(request, s.proxies)):
        raise TooManyForms(filled)
    try:
        return await deliver(request, s, form, filled)
    except CMSError as error:
        raise Undelivered(filled, f"{type(error).__name__} {error}") from error


async def deliver(request: Request, s: Services, form: ModuleType, filled: Filled) -> Response:
    """303 to what says that it was received, or the page again with what is wrong."""
    path, language = request.scope["path"], language_at(request.scope["path"])
    page, site = await gather(form_page(s, path), s.sites.get(language.code))
    if stem(page["meta"]["type"]) not in form.PAGES:
        raise read_only()
    if filled.errors:
        text = await given_back(request, s, language, filled, page, site)
        return personal(text, HTTPStatus.UNPROCESSABLE_ENTITY)
    answer = await s.intake.hand_in(form.ADDRESS, form.payload(filled.values, page))
    location = quote(page["url"]) + form.thanks(answer, language)
    return RedirectResponse(location, HTTPStatus.SEE_OTHER, headers=NO_STORE)


async def given_back(
    request: Request, s: Services, language: Language, filled: Filled, page: Document, site: Document
) -> str:
    """The page with all that else is on it, and the form as it was written."""
    page, context = await gather(
        answered(page, s.cms, language, request),
        load(stem(page["meta"]["type"]), s.cms, page, language, request),
    )
    context |= {"values": filled.values, "errors": filled.errors, "receipt": "", "thanked": False}
    return s.renderer.document(page, language, site=site, **context)


def read_only() -> HTTPException:
    """For an address without a form, and for a request that sends none."""
    return HTTPException(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"})


async def form_page(s: Services, path: str) -> Document:
    """The page that the form stands on, also when it was moved while somebody wrote."""
    try:
        return await s.cms.page_at(path)
    except Moved as moved:
        return await s.cms.page_at(moved.location)
