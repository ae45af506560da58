"""An agency's press: all of it, or in one role, 20 a page."""

from typing import Any

from starlette.requests import Request

from frontend.cms import CMS, Document
from frontend.errors import NotFound
from frontend.language import Language
from frontend.paging import counted, page_of
from frontend.shaping import ROLES

SIZE = 20


async def load(cms: CMS, document: Document, language: Language, request: Request) -> dict[str, Any]:
    """One page of the agency's press in the language. Raises NotFound for a role or page that isn't there."""
    role = request.query_params.get(language.role_parameter, "")
    if role and role not in ROLES:
        raise NotFound(f"role {role}")
    chosen = {"agency_role": role} if role else {}
    kept = {language.role_parameter: role} if role else {}
    paging = page_of(request, language.page_parameter, SIZE, kept)
    listed = await cms.pages(
        type="articles.PressReleasePage",
        locale=language.code,
        agency=document["id"],
        order="-published_at",
        limit=SIZE,
        offset=paging.offset,
        **chosen,
    )
    paging = counted(paging, listed["meta"]["total_count"])
    return {"items": listed["items"], "paging": paging, "roles": ROLES, "chosen_role": role}
