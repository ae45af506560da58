"""The application: its parts put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp

from frontend.api_limits import api_limits
from frontend.cms import CMS
from frontend.config import Config
from frontend.forms.intake import Intake
from frontend.forms.submission import FORMS
from frontend.headers import SecurityHeaders
from frontend.logs import RequestLog
from frontend.passthrough import Passthrough
from frontend.render import Renderer
from frontend.routes import EXCEPTION_HANDLERS, ROUTES
from frontend.services import Services
from frontend.site_memory import SiteMemory
from frontend.static_files import StaticFiles
from frontend.visitors import HOUR, VisitorLimit

AN_HOUR = 30
"""Forms of a kind that one address may send: whoever says what they think of pages can still ask for a document."""


def make_app(
    config: Config,
    transport: httpx.AsyncBaseTransport | None = None,
    renderer: Renderer | None = None,
) -> ASGIApp:
    """The site for these settings; tests give a CMS of their own, and a renderer to share."""
    client = httpx.AsyncClient(
        transport=transport,
        timeout=httpx.Timeout(config.api_timeout),
        # Shorter than any server's own, so that no request goes out on a connection about to be closed.
        limits=httpx.Limits(keepalive_expiry=2.0),
        follow_redirects=False,
        # No cookie is taken from the CMS, or one visitor's would go along with every other's request.
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        trust_env=False,
    )

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with client:
            yield

    app = Starlette(routes=ROUTES, exception_handlers=EXCEPTION_HANDLERS, lifespan=lifespan)
    # Starlette's own redirect to the slash form trusts the Host header; ours is in routes.page.
    app.router.redirect_slashes = False
    cms = CMS(client, config.api_url, config.api_timeout)
    static = StaticFiles(config.theme)
    app.state.services = Services(
        cms=cms,
        sites=SiteMemory(cms),
        static=static,
        renderer=renderer or Renderer(static),
        api=Passthrough(client, "/api/v2/", config.api_url),
        media=Passthrough(client, "/media/", f"{config.cms_origin}/media/"),
        intake=Intake(client, f"{config.cms_origin}/intake/", config.api_timeout),
        form_limits={name: VisitorLimit(AN_HOUR, HOUR) for name in FORMS},
        api_limits=api_limits(config.reads, config.searches, config.proxies),
        proxies=config.proxies,
    )
    return SecurityHeaders(RequestLog(app), tls=config.tls)
