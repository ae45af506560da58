"""Where the public finds this site: as the CMS has it, never as a request's Host header says."""

from urllib.parse import urlsplit

from frontend.cms import Document


def origin_of(site: Document) -> str:
    """Scheme and host, without a slash at the end; empty where the CMS doesn't say."""
    parts = urlsplit((site.get("meta") or {}).get("html_url") or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
