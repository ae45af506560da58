"""What the routes work with, made once at the start."""

from dataclasses import dataclass

from starlette.requests import Request

from frontend.api_limits import ApiLimits
from frontend.cms import CMS
from frontend.forms.intake import Intake
from frontend.passthrough import Passthrough
from frontend.render import Renderer
from frontend.site_memory import SiteMemory
from frontend.static_files import StaticFiles
from frontend.visitors import VisitorLimit


@dataclass(frozen=True)
class Services:
    """The parts of one running site."""

    cms: CMS
    sites: SiteMemory
    static: StaticFiles
    renderer: Renderer
    api: Passthrough
    media: Passthrough
    intake: Intake
    form_limits: dict[str, VisitorLimit]
    api_limits: ApiLimits
    proxies: int


def services(request: Request) -> Services:
    """The services of the application that got this request."""
    found: Services = request.app.state.services
    return found
