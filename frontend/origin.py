"""Where the public finds this site: as the CMS has it, never as a request's Host header says."""

from urllib.parse import urljoin, urlsplit

from frontend.cms import Document
from frontend.formats import address


def origin_of(site: Document) -> str:
    """Scheme and host, without a slash at the end; empty where the CMS doesn't say."""
    parts = urlsplit((site.get("meta") or {}).get("html_url") or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def whole(origin: str, path: str | None) -> str:
    """The whole address of what a document leads to; empty where no link may lead."""
    return urljoin(origin, address(path)) if address(path) else ""
