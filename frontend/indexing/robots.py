"""robots.txt."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from frontend.language import DEFAULT
from frontend.origin import origin_of
from frontend.services import services


async def robots(request: Request) -> Response:
    """Everything may be read by everyone. Where the sitemaps are is told as soon as the CMS has said who we are."""
    site = await services(request).sites.get_or_last(DEFAULT.code)
    origin = origin_of(site) if site else ""
    lines = ["User-agent: *", "Disallow:"]
    if origin:
        lines += ["", f"Sitemap: {origin}/sitemap.xml", f"Sitemap: {origin}/news-sitemap.xml"]
    return PlainTextResponse("\n".join([*lines, ""]))
